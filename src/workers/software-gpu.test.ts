import { expect, it } from 'vitest';
import { preferredDelegate } from './software-gpu.ts';

it.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'ANGLE (Mesa, llvmpipe (LLVM 15.0.7, 256 bits), OpenGL 4.5)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Apple Software Renderer',
  'Mesa softpipe',
])('leaves %s to the CPU', (renderer) => expect(preferredDelegate(renderer)).toBe('CPU'));

it.each([
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
  'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
  'Adreno (TM) 640',
  'Mali-G78',
  'WebKit WebGL',
])('gives %s the work', (renderer) => expect(preferredDelegate(renderer)).toBe('GPU'));

it('takes the CPU where there is no WebGL', () => expect(preferredDelegate(null)).toBe('CPU'));
