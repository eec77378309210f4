import { type Attachment, type ProblemBody, Refused } from '../../../contract/index.ts';

export async function uploadFile(file: File): Promise<Attachment> {
  const response = await fetch(`/api/files?name=${encodeURIComponent(file.name || 'picture.png')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer as ProblemBody, response.status);
  return answer as Attachment;
}
