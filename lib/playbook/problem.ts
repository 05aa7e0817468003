/** What is wrong with one field of a playbook. */
export interface PlaybookProblem {
  readonly path: ReadonlyArray<string | number>;
  /** Goes on after the field's name: `must be a whole number`. */
  readonly message: string;
}

/** `severities[2].label`: the field as somebody finds it in the file. */
export function formatPath(path: PlaybookProblem['path']): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').replace(/^\./, '');
}

/** `severities[2].label: is empty`. */
export function formatProblem({ path, message }: PlaybookProblem): string {
  return `${formatPath(path) || 'The file'}: ${message}.`;
}
