import { InstancedMesh, type EventDispatcher } from 'three';
import { XRHandModelFactory } from 'three/examples/jsm/webxr/XRHandModelFactory.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { stubDomPoint } from '../../tests/fake-dom-point.ts';
import { poseFrame, poseHand } from '../../tests/pose-hand.ts';
import { HandModels } from './hand-models.ts';
import { ThreeHands } from './three-hands.ts';
import { WebcamSession } from './webcam-session.ts';

beforeAll(stubDomPoint);

const left = poseHand('left');

/** What three frees on the GPU when it says `dispose`. */
type Held = EventDispatcher<{ dispose: object }>;

/** Both hands, and all that their models have put on the GPU and not freed yet. */
function setup() {
  const session = new WebcamSession();
  const three = new ThreeHands(session);
  const models = new HandModels(three.hands, new XRHandModelFactory(), 'spheres');
  const held = new Set<Held>();
  const show = (hands: Parameters<typeof poseFrame>[0]) => {
    three.update(session.update(poseFrame(hands)));
    models.group.traverse((part) => {
      if (!(part instanceof InstancedMesh)) return;
      for (const each of [part, part.geometry, part.material] as unknown as Held[]) {
        held.add(each);
        each.addEventListener('dispose', () => held.delete(each));
      }
    });
  };
  return { models, held, show };
}

describe('the models of both hands', () => {
  test('a hand that goes frees its model; one that returns has another', () => {
    const { held, show } = setup();
    show({ left });
    expect(held.size).toBe(3);
    show({});
    expect(held.size).toBe(0);
    show({ left, right: poseHand('right') });
    expect(held.size).toBe(6);
  });

  test('models that are given up are freed', () => {
    const { models, held, show } = setup();
    show({ left });
    models[Symbol.dispose]();
    expect(held.size).toBe(0);
  });
});
