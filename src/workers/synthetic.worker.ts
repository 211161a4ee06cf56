import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { SyntheticHands } from '../synthetic/synthetic-hands.ts';

expose(new SyntheticHands());
