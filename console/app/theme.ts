import { createTheme, type MantineColorsTuple } from '@mantine/core';

const leaf: MantineColorsTuple = [
  '#eef7f4',
  '#dcebe6',
  '#b7d7cd',
  '#8ec2b3',
  '#6cb09d',
  '#55a58f',
  '#47997f',
  '#37806c',
  '#2f6f62',
  '#1f5a4d',
];

export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 8, dark: 7 },
  colors: { leaf },
  fontFamily: 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
  defaultRadius: 'md',
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  cursorType: 'pointer',
});
