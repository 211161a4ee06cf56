/**
 * Browsers without explicit resource management (Safari) lack the symbol that `using` is built on;
 * imported first by every entry, so that `[Symbol.dispose]()` is a method there too.
 */
// oxlint-disable-next-line typescript/no-unnecessary-condition -- it is absent there
(Symbol as { dispose?: symbol }).dispose ??= Symbol.for('Symbol.dispose');
