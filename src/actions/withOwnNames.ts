/** Two files of one name, whatever their case, get `(2)`, so that both can lie in one folder or .zip. */
export function withOwnNames<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let own = file.name;
    for (let number = 2; taken.has(own.toLowerCase()); number++)
      own = file.name.replace(/(\.[^.]*)?$/u, (ending) => ` (${number})${ending}`);
    taken.add(own.toLowerCase());
    return { ...file, name: own };
  });
}
