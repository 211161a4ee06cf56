import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { openStorageFolder } from '../models/storage-folder.ts';
import { RecordingWriter } from './recording-writer.ts';

expose(new RecordingWriter(() => openStorageFolder('recordings'), navigator.locks));
