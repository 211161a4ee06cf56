import type { StoredModel } from '../models/stored-model.ts';
import { ask } from './ask.ts';
import { byId } from './by-id.ts';
import { describeError } from './describe-error.ts';
import { EngineStatus } from './engine-status.ts';
import { licenceQuestion } from './licence-question.ts';
import { AUTO, builtInChoice, LANDMARKER, type ModelChoice } from './model-choice.ts';
import { ModelImports } from './model-imports.ts';
import { ModelList } from './model-list.ts';
import { ModelShelf } from './model-shelf.ts';
import { removeQuestion } from './model-words.ts';
import type { Notices } from './notices.ts';
import { recall, remember } from './remembered.ts';

/** The model card: what there is to find joints with, which of it is on, and how it runs. */
export class ModelsCard {
  readonly engine = new EngineStatus();
  readonly #card = byId('models-card', HTMLDetailsElement);
  readonly #list = new ModelList({
    onChoose: (id) => void this.choose(id),
    onRemove: (model) => void this.#remove(model),
  });
  readonly #shelf = ModelShelf.open();
  readonly #imports: ModelImports;
  readonly #notices: Notices;
  #chosen: string | null = null;
  /** Counts choices: one that a later one overtook while its file was opened does nothing. */
  #turn = 0;
  #tell: (choice: ModelChoice) => void = () => {};

  constructor(notices: Notices) {
    this.#notices = notices;
    this.#imports = new ModelImports(this.#shelf, notices, (model) => void this.#take(model));
  }

  /** @param callback called with each other choice */
  onChoose(callback: (choice: ModelChoice) => void): void {
    this.#tell = callback;
  }

  /** Chooses what was on when the page was left, at first `auto`, and lists the stored models. */
  restore(): Promise<void> {
    return this.#complaining(async () => {
      const id = recall('model') ?? AUTO;
      const choice = builtInChoice(id);
      if (choice) this.#settle(choice);
      await this.#show();
      if (choice || this.#chosen) return;
      const model = await this.#find(id);
      if (model && licenceQuestion(model) === null) await this.#use(model);
      else this.#settle({ id: AUTO });
    });
  }

  /** Brings a model in and chooses it. */
  add(from: File | string): Promise<void> {
    this.#card.open = true;
    return this.#imports.add(from);
  }

  /**
   * Chooses what is built in or a stored model. Where the model's licence is declined or its file
   * is gone, what was chosen before stays.
   */
  async choose(id: string): Promise<void> {
    this.#turn += 1;
    const choice = builtInChoice(id);
    if (choice) return this.#settle(choice);
    await this.#complaining(async () => {
      const model = await this.#find(id);
      if (!model) await this.#sayGone();
      else if (await this.#licenceAccepted(model)) await this.#use(model);
      this.#list.check(this.#chosen);
    });
  }

  /** The chosen network cannot be had: the landmarks go on. The next visit tries a built-in one again. */
  fallBack(): void {
    const chosen = this.#chosen;
    if (chosen === LANDMARKER) return;
    this.#settle({ id: LANDMARKER });
    if (chosen && builtInChoice(chosen)) remember('model', chosen);
  }

  /**
   * Keeps with the model what the engine's check-up run gave.
   * @throws StorageFailure
   */
  async keepAnswer(id: string, answer: unknown): Promise<void> {
    await (await this.#shelf).keepAnswer(id, answer);
  }

  async #use(model: StoredModel): Promise<void> {
    const turn = this.#turn;
    const file = await (await this.#shelf).open(model.id);
    if (turn !== this.#turn) return;
    this.#settle({ id: model.id, model, file });
  }

  #settle(choice: ModelChoice): void {
    this.#list.check(choice.id);
    if (choice.id === this.#chosen) return;
    this.#chosen = choice.id;
    remember('model', choice.id);
    this.#tell(choice);
  }

  async #licenceAccepted(model: StoredModel): Promise<boolean> {
    const question = licenceQuestion(model);
    if (!question) return true;
    if (!(await ask(question))) return false;
    // Where that cannot be written down, it is asked again another time.
    await this.#complaining(async () => (await this.#shelf).acceptLicence(model.id));
    return true;
  }

  async #remove(model: StoredModel): Promise<void> {
    if (!(await ask(removeQuestion(model)))) return;
    await this.#complaining(async () => {
      if (model.id === this.#chosen) this.#settle({ id: AUTO });
      await (await this.#shelf).remove(model.id);
      await this.#show();
    });
  }

  async #take(model: StoredModel): Promise<void> {
    await this.#complaining(() => this.#show());
    await this.choose(model.id);
  }

  async #sayGone(): Promise<void> {
    this.#notices.show({
      what: 'This model is no longer there; another tab may have removed it.',
      todo: 'Choose another, or add it again.',
    });
    await this.#show();
  }

  async #show(): Promise<void> {
    const shelf = await this.#shelf;
    this.#list.show(await shelf.list(), (id) => shelf.whyNotKept(id), this.#chosen);
  }

  async #find(id: string | null): Promise<StoredModel | undefined> {
    return (await (await this.#shelf).list()).find((model) => model.id === id);
  }

  async #complaining(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.#notices.show(describeError(error)));
  }
}
