import { join } from 'node:path';
import { SHARED_DATA } from './pages.ts';

/** Real people in front of a phone or webcam; absent from checkouts without ../shared. */
export const WEBCAM = join(SHARED_DATA, 'webcam');

/**
 * Sides of the hands that are held up, as a person sees them in the pictures as they lie on disk
 * (call_044768ad is mirrored by its phone: what counts is which hand it looks like).
 */
export const SHOWN = {
  'call_0413d5c5.jpg': 'left',
  'call_044768ad.jpg': 'left',
  'call_0e022ee9.jpg': 'right',
  'four_06aa70cc.jpg': 'left',
  'four_077fa4bf.jpg': 'right',
  'four_07a5a144.jpg': 'right',
  'none_00af1db1.jpg': 'left',
  'none_00b85ea4.jpg': 'right',
  'none_00c84257.jpg': 'left and right',
  'rock_026fd791.jpg': 'right',
  'rock_055f8be9.jpg': 'right',
  'rock_09a619ab.jpg': 'right',
  'two_hands.jpg': 'left and left',
} as const;
