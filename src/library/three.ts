/**
 * Webcam hands as three.js's own hand models want them. By itself, because it needs three.js.
 *
 * @module handstream/three
 */
export { ThreeHands } from '../xr/three-hands.ts';
