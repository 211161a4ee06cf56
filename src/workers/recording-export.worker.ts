import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { exportRecording } from './recording-export.ts';

expose({ exportRecording });
