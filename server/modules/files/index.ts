/**
 * Files: pictures and documents people send, up to 10 MB.
 *
 * Invariants: a file is known by an unguessable id and is whole or not there; its type is what its first bytes say, not
 * what the sender claims; only a small list of harmless types is ever shown inside a page, everything else is a download.
 * It must not know: which message it belongs to, HTTP.
 */
import type { Attachment } from '../../../contract/index.ts';
import { fileLimitBytes } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { mediaTypeOf, refusedNames } from './media-type.ts';

export { shownInPage } from './media-type.ts';

/** Where the bytes live. */
export type FileStorage = {
  write(id: string, bytes: Uint8Array): Promise<void>;
  read(id: string): Promise<Uint8Array>;
};

type StoredFile = { id: string; name: string; media_type: string; size_bytes: number };

export type Files = ReturnType<typeof createFiles>;

export function createFiles(needs: {
  database: Database;
  storage: FileStorage;
  newId: (prefix: string) => string;
}) {
  const toAttachment = (file: StoredFile): Attachment => ({
    attachmentId: file.id,
    name: file.name,
    mediaType: file.media_type,
    sizeBytes: file.size_bytes,
    url: `/api/files/${file.id}`,
  });

  return {
    /** @param uploadedBy who may send it, such as `customer:cus_…` */
    async store(uploadedBy: string, name: string, bytes: Uint8Array): Promise<Attachment> {
      if (bytes.length === 0) throw new Problem('invalid_input', 'The file is empty.', { field: 'file' });
      if (bytes.length > fileLimitBytes) {
        throw new Problem('file_too_large', `A file may have at most ${fileLimitBytes / 1024 / 1024} MB.`, {
          field: 'file',
        });
      }
      if (refusedNames.test(name)) {
        throw new Problem('file_type_refused', 'Programs and scripts are not taken.', { field: 'file' });
      }
      const file: StoredFile = {
        id: needs.newId('fil'),
        name: name.replace(/[\p{Cc}/\\]/gu, '_').slice(-120),
        media_type: mediaTypeOf(name, bytes),
        size_bytes: bytes.length,
      };
      await needs.storage.write(file.id, bytes);
      await needs.database.query(
        'INSERT INTO files (id, uploaded_by, name, media_type, size_bytes) VALUES ($1, $2, $3, $4, $5)',
        [file.id, uploadedBy, file.name, file.media_type, file.size_bytes],
      );
      return toAttachment(file);
    },
    /** The files a sender uploaded, to go with a message; somebody else's do not exist. */
    async attach(uploadedBy: string, ids: string[]): Promise<Attachment[]> {
      if (ids.length === 0) return [];
      const rows = await needs.database.query<StoredFile>(
        'SELECT * FROM files WHERE id = ANY($1) AND uploaded_by = $2',
        [ids, uploadedBy],
      );
      return ids.map((id) => {
        const file = rows.find((row) => row.id === id);
        if (!file)
          throw new Problem('not_found', 'There is no such uploaded file.', { field: 'attachmentIds' });
        return toAttachment(file);
      });
    },
    async read(id: string): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
      const [file] = await needs.database.query<StoredFile>('SELECT * FROM files WHERE id = $1', [id]);
      if (!file) throw notFound('file');
      return { name: file.name, mediaType: file.media_type, bytes: await needs.storage.read(id) };
    },
  };
}
