// The look of tokens.css in the words of the component library. Change a colour there and here together: a test
// compares them.
import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep teal-blue, from nearly white to nearly black; step 7 is the primary of tokens.css. */
const teal: MantineColorsTuple = [
  '#e6f2f5',
  '#cfe5ea',
  '#a3ced8',
  '#73b4c4',
  '#4b9db1',
  '#2f8ba1',
  '#1c788f',
  '#0f6478',
  '#0a4b5b',
  '#073743',
]

export const theme = createTheme({
  respectReducedMotion: true,
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal },
  black: '#15262d',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.375rem', lineHeight: '1.25' },
      h3: { fontSize: '1.125rem', lineHeight: '1.3' },
    },
  },
  defaultRadius: 'md',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    FileInput: { defaultProps: { size: 'md' } },
  },
})
