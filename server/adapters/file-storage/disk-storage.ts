import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStorage } from '../../modules/files/index.ts';

/** Files in a folder, two levels deep; written aside, synced, then renamed, so that a crash leaves no half file. */
export function createDiskStorage(folder: string): FileStorage {
  const place = (id: string) => join(folder, id.slice(-2), id);
  return {
    async write(id, bytes) {
      await mkdir(join(folder, id.slice(-2)), { recursive: true });
      const file = await open(`${place(id)}.part`, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${place(id)}.part`, place(id));
    },
    read: (id) => readFile(place(id)),
  };
}
