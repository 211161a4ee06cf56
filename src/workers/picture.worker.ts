import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { PicturePainter } from './picture-painter.ts';

expose(new PicturePainter());
