import '../symbol-dispose.ts';
import { expose } from 'comlink';
import { openModelsFolder } from '../models/models-folder.ts';
import { ModelImporter } from './model-importer.ts';

expose(new ModelImporter(openModelsFolder));
