import { Paper, Text, UnstyledButton } from '@mantine/core';
import type { Language, Macro } from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';

/** The ready replies that `/…` finds, above the composer. */
export function MacroList(props: {
  macros: Macro[];
  picked: number;
  language: Language;
  onPick: (at: number) => void;
}) {
  const say = useWords('conversation');
  const shared = useWords('shared');
  const { macros, picked, language, onPick } = props;
  return (
    <Paper withBorder p={6} mb={6} role="listbox" aria-label={shared.macros} className="macros">
      {macros.length === 0 && (
        <Text size="sm" className="dim">
          {say.macrosEmpty}
        </Text>
      )}
      {macros.map((macro, at) => (
        <UnstyledButton
          key={macro.id}
          role="option"
          aria-selected={at === picked}
          className="option"
          onClick={() => onPick(at)}
        >
          <Text size="sm">
            <b>/{macro.shortcut}</b> {macro.title[language]}
          </Text>
          <Text size="xs" className="dim" lineClamp={1}>
            {macro.body[language]}
          </Text>
        </UnstyledButton>
      ))}
    </Paper>
  );
}
