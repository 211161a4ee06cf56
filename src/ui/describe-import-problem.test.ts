import { describe, expect, it } from 'vitest';
import type { StorageProblem } from '../models/storage-failure.ts';
import type { ImportProblem } from '../workers/import-failure.ts';
import { describeImportProblem } from './describe-import-problem.ts';
import { describeStorageProblem } from './describe-storage-problem.ts';

const name = 'snapshot.pth';
const address = 'https://models.example/snapshot.pth';

const EVERY: { readonly [T in ImportProblem['type']]: Extract<ImportProblem, { type: T }> } = {
  cancelled: { type: 'cancelled' },
  unreadable: { type: 'unreadable', name, reason: 'it was moved' },
  'no-web-address': { type: 'no-web-address', address: 'snapshot' },
  unreachable: { type: 'unreachable', address },
  refused: { type: 'refused', address, status: 404 },
  'broken-off': { type: 'broken-off', address },
  'import-crashed': { type: 'import-crashed', reason: 'crashed: no memory' },
  'not-a-checkpoint': { type: 'not-a-checkpoint', name, reason: 'it is a web page' },
  truncated: { type: 'truncated', name, reason: 'the last tensor is missing' },
  'not-an-internet': { type: 'not-an-internet', name, reason: 'no head' },
  'tensor-missing': { type: 'tensor-missing', name, tensor: 'conv1', expected: '64×3×7×7' },
  'tensor-wrong': { type: 'tensor-wrong', name, tensor: 'a', expected: 'f32', found: 'i8' },
  'heads-named': { type: 'heads-named', name },
  'not-onnx': { type: 'not-onnx', name, reason: 'no protobuf' },
  'breaks-contract': { type: 'breaks-contract', name, reason: 'no input image' },
};

const STORAGE: { readonly [T in StorageProblem['type']]: Extract<StorageProblem, { type: T }> } = {
  'no-storage': { type: 'no-storage' },
  'storage-forbidden': { type: 'storage-forbidden', reason: 'SecurityError' },
  'storage-full': { type: 'storage-full' },
  'storage-broken': { type: 'storage-broken', reason: 'input/output error' },
};

describe('describeImportProblem', () => {
  it.each(Object.values(EVERY))('$type: says what, why and what to do', (problem) => {
    const { what, todo } = describeImportProblem(problem);
    const { type: _, ...facts } = problem;
    for (const fact of Object.values(facts)) expect(what).toContain(String(fact));
    expect(todo).toMatch(/^[A-Z].{10,}\.$/);
  });
});

describe('describeStorageProblem', () => {
  it.each(Object.values(STORAGE))('$type: says what and what to do', (problem) => {
    const { what, todo } = describeStorageProblem(problem);
    expect(what).toMatch(/^The browser|^This (?:browser|window)/);
    expect(todo).toMatch(/^[A-Z].{15,}\.$/);
  });
});
