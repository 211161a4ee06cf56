import { beforeAll, describe, expect, test } from 'vitest';
import { stubDomPoint } from '../../tests/fake-dom-point.ts';
import { maxDifference } from '../../tests/max-difference.ts';
import { poseFrame, poseHand } from '../../tests/pose-hand.ts';
import { webXrHand } from '../hands/web-xr-hand.ts';
import { WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';
import { WebcamInputSourcesChangeEvent, WebcamSession } from './webcam-session.ts';
import { WebcamTransform } from './webcam-transform.ts';

beforeAll(stubDomPoint);

const right = poseHand('right');
const left = poseHand('left');

/** What came and went, as 'inputsourceschange' told it. */
function watch(session: WebcamSession): string[] {
  const told: string[] = [];
  session.addEventListener('inputsourceschange', (event) => {
    if (!(event instanceof WebcamInputSourcesChangeEvent)) return;
    told.push(...event.added.map(({ handedness }) => `+${handedness}`));
    told.push(...event.removed.map(({ handedness }) => `-${handedness}`));
  });
  return told;
}

describe('webcam hands in the shape of WebXR', () => {
  test('input sources come and go with the hands', () => {
    const session = new WebcamSession();
    const told = watch(session);
    session.update(poseFrame({ right }));
    session.update(poseFrame({ right }));
    session.update(poseFrame({ right, left }));
    expect(session.inputSources.map(({ handedness }) => handedness)).toEqual(['right', 'left']);
    session.update(poseFrame({ left }));
    session.update(poseFrame({}));
    expect(told).toEqual(['+right', '+left', '-right', '-left']);
  });

  test('a hand is a map of 25 joint spaces in WebXR order', () => {
    const session = new WebcamSession();
    session.update(poseFrame({ right }));
    const { hand } = session.inputSources[0]!;
    expect(hand.size).toBe(25);
    expect([...hand.keys()]).toEqual([...WEB_XR_JOINTS]);
    expect([...hand.values()].map(({ jointName }) => jointName)).toEqual([...WEB_XR_JOINTS]);
  });

  test('each joint has its pose and radius in the space of the camera', () => {
    const session = new WebcamSession();
    const frame = session.update(poseFrame({ left }, 3));
    expect(frame.predictedDisplayTime).toBe(99);
    const { hand } = session.inputSources[0]!;
    const expected = webXrHand(left.joints3d, 'left')[9]!;
    const pose = frame.getJointPose(hand.joint('index-finger-tip'), session.viewerSpace)!;
    const { position: p, orientation: o } = pose.transform;
    expect(maxDifference([p.x, p.y, p.z], expected.position)).toBeLessThan(1e-12);
    expect(maxDifference([o.x, o.y, o.z, o.w], expected.orientation)).toBeLessThan(1e-12);
    expect(pose.radius).toBe(expected.radius);
    expect(p.z).toBeLessThan(-0.3); // before the camera
  });

  test('of a hand that is not there every pose is null, and a former frame stays true', () => {
    const session = new WebcamSession();
    const there = session.update(poseFrame({ right }));
    const tip = session.inputSources[0]!.hand.joint('thumb-tip');
    const gone = session.update(poseFrame({}));
    expect(gone.getJointPose(tip, session.viewerSpace)).toBeNull();
    expect(gone.getPose(tip, session.viewerSpace)).toBeNull();
    expect(there.getJointPose(tip, session.viewerSpace)).not.toBeNull();
  });

  test('poses are relative to any space: a joint to itself, to another, to a moved reference', () => {
    const session = new WebcamSession();
    const frame = session.update(poseFrame({ right }));
    const { hand } = session.inputSources[0]!;
    const wrist = hand.joint('wrist');
    const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const self = frame.getPose(wrist, wrist)!.transform.matrix;
    expect(maxDifference(self, identity)).toBeLessThan(1e-6);

    const moved = session.viewerSpace.getOffsetReferenceSpace(
      new WebcamTransform({ position: [0, 0, -0.4], orientation: [0, 1, 0, 0] }),
    );
    const before = frame.getPose(wrist, session.viewerSpace)!.transform.position;
    const after = frame.getPose(wrist, moved)!.transform.position;
    // Half a turn about y, 40 cm further on.
    const turned = [-before.x, before.y, -(before.z + 0.4)];
    expect(maxDifference([after.x, after.y, after.z], turned)).toBeLessThan(1e-12);
    const { inverse, matrix } = frame.getPose(wrist, moved)!.transform;
    const back = frame.getPose(moved, wrist)!.transform.matrix;
    expect(maxDifference(inverse.matrix, back)).toBeLessThan(1e-6);
    expect(matrix).toHaveLength(16);
  });

  test('all poses and radii at once, as engines ask for them', () => {
    const session = new WebcamSession();
    const frame = session.update(poseFrame({ right }));
    const spaces = [...session.inputSources[0]!.hand.values()];
    const transforms = new Float32Array(16 * 25);
    const radii = new Float32Array(25);
    expect(frame.fillPoses(spaces, session.viewerSpace, transforms)).toBe(true);
    expect(frame.fillJointRadii(spaces, radii)).toBe(true);
    const tip = frame.getJointPose(spaces[24]!, session.viewerSpace)!;
    expect(transforms.slice(16 * 24)).toEqual(tip.transform.matrix);
    expect(radii[24]).toBeCloseTo(tip.radius, 6);

    const gone = session.update(poseFrame({}));
    expect(gone.fillPoses(spaces, session.viewerSpace, transforms)).toBe(false);
    expect(gone.fillJointRadii(spaces, radii)).toBe(false);
    expect(Number.isNaN(transforms[0])).toBe(true);
    expect(Number.isNaN(radii[0])).toBe(true);
    expect(() => frame.fillPoses(spaces, session.viewerSpace, new Float32Array(399))).toThrow(
      TypeError,
    );
    expect(() => frame.fillJointRadii(spaces, new Float32Array(24))).toThrow(TypeError);
  });
});
