import { InstancedMesh, Mesh, SkinnedMesh, type Object3D } from 'three';

/** Frees what the meshes below an object hold on the GPU. One that is drawn again gets it anew. */
export function disposeMeshes(root: Object3D): void {
  root.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.geometry.dispose();
    for (const material of [part.material].flat()) material.dispose();
    if (part instanceof InstancedMesh) part.dispose();
    if (part instanceof SkinnedMesh) part.skeleton.dispose();
  });
}
