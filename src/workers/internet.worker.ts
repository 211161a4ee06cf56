import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { InternetRunner } from './internet-runner.ts';

expose(new InternetRunner());
