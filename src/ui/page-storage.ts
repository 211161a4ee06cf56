import { LastingStorage } from './lasting-storage.ts';

/** This page's, for whoever keeps something: the user is asked once, not once by each. */
export const pageStorage = new LastingStorage(navigator.storage);
