import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import { poseFrame, poseHand } from '../../tests/pose-hand.ts';
import { defaultIntrinsics } from '../hands/camera-intrinsics.ts';
import { Broadcast } from './broadcast.ts';
import { BROADCAST_CHANNEL, type FrameMessage } from './broadcast-messages.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';

const right = poseHand('right');

function liveFrame(index: number): LivePoseFrame {
  const { joints2d, joints3d } = right;
  return {
    ...poseFrame({ right: { ...right, raw: { joints2d, joints3d } } }, index),
    frame: fakeFrame({ index }),
    camera: defaultIntrinsics(640, 480),
    detections: [],
    ignored: [],
    crops: { kind: 'none', crops: [] },
    compared: null,
    timings: {},
  };
}

function next(target: MessagePort | BroadcastChannel): Promise<FrameMessage> {
  if (target instanceof MessagePort) target.start();
  return new Promise((resolve) => {
    const heard = (event: Event) => resolve((event as MessageEvent<FrameMessage>).data);
    target.addEventListener('message', heard, { once: true });
  });
}

describe('the broadcast', () => {
  test('pages of the same origin hear every frame: what is shown, and what it needs', async () => {
    using broadcast = new Broadcast('page-1');
    const channel = new BroadcastChannel(BROADCAST_CHANNEL);
    const heard = next(channel);
    broadcast.send(liveFrame(5), 'camera');
    expect(await heard).toEqual({
      handstream: 'frame',
      version: 1,
      stream: 'page-1',
      source: { kind: 'camera', width: 640, height: 480 },
      camera: defaultIntrinsics(640, 480),
      frame: poseFrame({ right }, 5), // without the unsmoothed joints
    });
    channel.close();
  });

  test('so does whoever was let in, until he leaves', async () => {
    using broadcast = new Broadcast('page-1');
    const { port1, port2 } = new MessageChannel();
    broadcast.add(port1, 'https://other.example');
    const heard = next(port2);
    broadcast.send(liveFrame(1), 'synthetic');
    expect((await heard).frame.index).toBe(1);

    const gone = once(port1, 'close');
    port2.close();
    await gone;
    expect(() => broadcast.send(liveFrame(2), 'synthetic')).not.toThrow();
  });

  test('or until its origin may no longer listen', async () => {
    using broadcast = new Broadcast('page-1');
    const [other, third] = [new MessageChannel(), new MessageChannel()];
    broadcast.add(other.port1, 'https://other.example');
    broadcast.add(third.port1, 'https://third.example');
    const closed = once(other.port2, 'close');
    const heard = next(third.port2);
    broadcast.remove('https://other.example');
    broadcast.send(liveFrame(3), 'synthetic');
    await closed;
    expect((await heard).frame.index).toBe(3);
  });

  test('ended, it closes its ports', async () => {
    const broadcast = new Broadcast('page-1');
    const { port1, port2 } = new MessageChannel();
    broadcast.add(port1, 'https://other.example');
    const closed = once(port2, 'close');
    port2.start();
    broadcast[Symbol.dispose]();
    await closed;
    expect(() => broadcast.send(liveFrame(1), 'synthetic')).toThrow(/closed/i);
  });
});
