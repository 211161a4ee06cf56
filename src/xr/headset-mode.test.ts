import { describe, expect, test } from 'vitest';
import { headsetMode } from './headset-mode.ts';
import { xrProblem } from './xr-failure.ts';

const device = (...modes: readonly XRSessionMode[]) => ({
  isSessionSupported: (mode: XRSessionMode) => Promise.resolve(modes.includes(mode)),
});

describe('how a device can be worn', () => {
  test('AR before VR, and neither where there is none', async () => {
    expect(await headsetMode(device('immersive-vr', 'immersive-ar'))).toBe('immersive-ar');
    expect(await headsetMode(device('immersive-vr'))).toBe('immersive-vr');
    expect(await headsetMode(device('inline'))).toBeNull();
    expect(await headsetMode(undefined)).toBeNull();
  });

  test('not at all where it is forbidden', async () => {
    const forbidden = () => Promise.reject(new DOMException('policy', 'SecurityError'));
    expect(await headsetMode({ isSessionSupported: forbidden })).toBeNull();
  });
});

test('what a session that is not given means', () => {
  const problem = (name: string) => xrProblem(new DOMException('why', name));
  expect(problem('NotSupportedError')).toEqual({ type: 'xr-unsupported' });
  expect(problem('SecurityError')).toEqual({ type: 'xr-refused' });
  expect(problem('NotAllowedError')).toEqual({ type: 'xr-refused' });
  expect(problem('InvalidStateError')).toEqual({ type: 'xr-busy' });
  expect(xrProblem(new TypeError('why'))).toEqual({ type: 'xr-failed', reason: 'why' });
});
