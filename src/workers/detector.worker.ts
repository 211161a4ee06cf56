import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { LandmarkerDetector } from './landmarker-detector.ts';
import { sameOriginFetch } from './same-origin-fetch.ts';

globalThis.fetch = sameOriginFetch(globalThis.fetch, location.origin);
expose(new LandmarkerDetector());
