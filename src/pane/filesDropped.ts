import { GIVEN } from "./fileEndings";

/**
 * The files that were dropped; of a folder the workbooks in it, folder within folder, without those that an open Excel leaves beside
 * them. Has to be called while the drop is being told: a browser forgets afterwards what it was. A folder without any, or
 * one that can't be read, counts as a file, which can't be read either.
 */
export async function filesDropped({ items, files }: Pick<DataTransfer, "items" | "files">): Promise<readonly File[]> {
  const dropped = [...items]
    .filter(({ kind }) => kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  if (dropped.length === 0) return [...files];
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      const whole = file ? [file] : [];
      if (entry?.isDirectory !== true) return whole;
      const inside = await workbooksIn(entry as FileSystemDirectoryEntry).catch(() => []);
      return inside.length > 0 ? inside : whole;
    }),
  );
  return found.flat();
}

async function workbooksIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const entries = await entriesOf(folder);
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly File[]> => {
      if (entry.isDirectory) return workbooksIn(entry as FileSystemDirectoryEntry);
      return isWorkbook(entry.name) ? [await fileOf(entry as FileSystemFileEntry)] : [];
    }),
  );
  return found.flat();
}

function isWorkbook(name: string): boolean {
  return !/^(?:~\$|\.)/.test(name) && GIVEN.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}

/** A folder tells its entries in portions, the last of them empty; by name, so that the same folder gives the same order. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    entries.push(...portion);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
