import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type Article, deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { queries } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';
import { usePublish } from './publish.tsx';

const offeredMs = 15_000;

/** Offers, after an article was deleted, to bring its last version back. */
export function useUndoDeletion(): (deleted: Pick<Article, 'id' | 'title' | 'version'>) => void {
  const say = useWords('knowledge');
  const shared = useWords('shared');
  const publish = usePublish();
  return ({ id: articleId, title, version: toVersion }) => {
    const undo = async () => {
      notifications.hide(id);
      const back = await publish(
        (words) => call(deskRoutes.rollBack, { params: { articleId }, body: { toVersion, ...words } }),
        shared.saved,
      );
      if (back) await queries.invalidateQueries({ queryKey: ['articles'] });
    };
    const id = notifications.show({
      autoClose: offeredMs,
      message: (
        <Button size="compact-sm" variant="subtle" onClick={undo}>
          {say.history.undo}: {title}
        </Button>
      ),
    });
  };
}
