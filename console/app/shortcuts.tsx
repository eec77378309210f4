import { Group, Kbd, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { i18n } from './i18n.ts';

/** Every shortcut once: the key, and what it does. The help sheet and the screens read this list. */
const shortcuts: [keys: string, zh: string, en: string][] = [
  ['Ctrl K', '跳转：会话、知识、页面', 'Go to conversations, articles, screens'],
  ['?', '快捷键帮助', 'This help'],
  ['j / k', '下一个 / 上一个会话', 'Next / previous conversation'],
  ['r', '回复', 'Reply'],
  ['n', '写备注', 'Write a note'],
  ['a', '接入 / 接管', 'Accept or take over'],
  ['b', '转回 AI', 'Hand back to the AI'],
  ['t', '转接', 'Transfer'],
  ['e', '结束会话', 'Resolve'],
  ['/', '在输入框里插入快捷回复', 'Insert a macro (in the composer)'],
  ['Enter · Shift Enter', '发送 · 换行', 'Send · new line'],
];

export function showShortcuts(): void {
  const chinese = i18n.language === 'zh';
  modals.open({
    title: chinese ? '快捷键' : 'Keyboard shortcuts',
    children: (
      <Stack gap="xs">
        {shortcuts.map(([keys, zh, en]) => (
          <Group key={keys} justify="space-between">
            <Text size="sm">{chinese ? zh : en}</Text>
            <Kbd>{keys}</Kbd>
          </Group>
        ))}
      </Stack>
    ),
  });
}
