/** Every colour and shadow of the three looks. Contrast ratios behind the values are in the theme's design notes: change with care. */

const light = {
  paper: '#F4F2EC', surface: '#FFFFFF', raised: '#FFFFFF', sunken: '#ECE9E1', hover: '#F7F5F0', sel: '#E9F3F0',
  line: '#E4DFD5', line2: '#CDC6B8', ctl: '#8B8576',
  ink: '#1C2321', ink2: '#47504C', ink3: '#5F6662',
  jade: '#0E7C66', jadeHover: '#0A6854', jadeActive: '#07513F', onJade: '#FFFFFF',
  jadeText: '#0B6B57', jadeBg: '#E5F1ED', jadeLine: '#A8D0C5',
  blue: '#1D5C99', blueBg: '#E6EEF6', ochre: '#8A5600', ochreBg: '#FAF0DB', violet: '#5C479E', violetBg: '#EEEAF7',
  rust: '#A63D16', rustBg: '#FBEAE2', grey: '#5F6562', greyBg: '#EDEBE5', seal: '#B5301F', sealBg: '#FBEDE9',
  mark: '#FFE49A',
  hereBg: '#FBE6DA', hereText: '#8C3310', packageBg: '#DDF0F3', packageText: '#0B5363',
  heat1: '#F2F0EA', heat2: '#DFEDE8', heat3: '#BBDBD0', heat4: '#86C0AF', heat5: '#227C67', heat6: '#0B5F4D',
  mask: 'rgba(28,35,33,.38)',
  shadowPopup: '0 1px 2px rgba(40,34,20,.06), 0 8px 24px rgba(40,34,20,.10)',
  shadowOverlay: '0 2px 6px rgba(40,34,20,.10), 0 24px 64px rgba(40,34,20,.24)',
}

export type Palette = Readonly<Record<keyof typeof light, string>>

const dark: Palette = {
  paper: '#151817', surface: '#1C201F', raised: '#242928', sunken: '#101312', hover: '#222726', sel: '#1A2E29',
  line: '#2E3432', line2: '#464E4B', ctl: '#737C78',
  ink: '#E8E6E0', ink2: '#BDC2BE', ink3: '#979E9A',
  jade: '#3DB598', jadeHover: '#55C6AA', jadeActive: '#7AD6BE', onJade: '#06231C',
  jadeText: '#5CC9AE', jadeBg: '#16332C', jadeLine: '#2A5F51',
  blue: '#84B6E8', blueBg: '#1A2B3B', ochre: '#E2B25C', ochreBg: '#352A15', violet: '#B7A6EC', violetBg: '#2A2540',
  rust: '#F09A72', rustBg: '#3A2217', grey: '#A9AFAB', greyBg: '#2A2F2D', seal: '#EE7A66', sealBg: '#38201B',
  mark: '#6A5312',
  hereBg: '#3B2318', hereText: '#F4B294', packageBg: '#12323A', packageText: '#9ADCE9',
  heat1: '#222726', heat2: '#1C3932', heat3: '#1E5146', heat4: '#236B5B', heat5: '#3A9E86', heat6: '#76D3BB',
  mask: 'rgba(0,0,0,.56)',
  shadowPopup: '0 0 0 1px #464E4B, 0 1px 2px rgba(0,0,0,.12), 0 8px 24px rgba(0,0,0,.20)',
  shadowOverlay: '0 0 0 1px #464E4B, 0 2px 6px rgba(0,0,0,.20), 0 24px 64px rgba(0,0,0,.48)',
}

/** Light without tints, every line as dark as second text, every text as dark as the first. Icons and edges carry the meaning. */
const contrast: Palette = {
  ...light,
  line: light.ink2, line2: light.ink2, ctl: light.ink2, ink2: light.ink, ink3: light.ink,
  paper: '#FFFFFF', sunken: '#FFFFFF', sel: '#FFFFFF', jade: light.jadeActive, jadeHover: '#053B2E', jadeText: light.jadeActive,
  jadeBg: '#FFFFFF', jadeLine: light.jadeActive, blueBg: '#FFFFFF', ochreBg: '#FFFFFF', violetBg: '#FFFFFF', rustBg: '#FFFFFF',
  greyBg: '#FFFFFF', sealBg: '#FFFFFF', hereBg: '#FFFFFF', packageBg: '#FFFFFF', grey: light.ink,
}

export const palettes = { light, dark, contrast } as const
export type Look = keyof typeof palettes
