import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { readRecordingFacts } from './recording-reading.ts';

expose({ readRecordingFacts });
