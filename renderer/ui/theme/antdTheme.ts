/** Ant Design's tokens from our palette. */
import { theme as antd, type ThemeConfig } from 'antd'
import { palettes, type Look, type Palette } from './palette.data'

const seeds = (p: Palette): NonNullable<ThemeConfig['token']> => ({
  colorPrimary: p.jade, colorPrimaryHover: p.jadeHover, colorPrimaryActive: p.jadeActive, colorPrimaryBg: p.jadeBg,
  colorPrimaryBgHover: p.jadeBg, colorPrimaryBorder: p.jadeLine, colorPrimaryBorderHover: p.jadeHover, colorPrimaryText: p.jadeText,
  colorLink: p.jadeText, colorLinkHover: p.jadeHover, colorLinkActive: p.jadeActive,
  colorInfo: p.blue, colorInfoBg: p.blueBg, colorSuccess: p.jade, colorSuccessBg: p.jadeBg,
  colorWarning: p.ochre, colorWarningBg: p.ochreBg, colorError: p.rust, colorErrorBg: p.rustBg, colorErrorHover: p.rust, colorErrorActive: p.rust,
  colorErrorBorder: p.rust, colorErrorBorderHover: p.rust, colorErrorText: p.rust,
  colorText: p.ink, colorTextSecondary: p.ink2, colorTextTertiary: p.ink3, colorTextQuaternary: p.ink3, colorTextPlaceholder: p.ink3,
  colorTextDisabled: p.ink3, colorTextDescription: p.ink3, colorTextHeading: p.ink, colorTextLightSolid: p.onJade,
  colorIcon: p.ink2, colorIconHover: p.ink,
  colorBgBase: p.surface, colorTextBase: p.ink, colorBgLayout: p.paper, colorBgContainer: p.surface, colorBgElevated: p.raised, colorBgMask: p.mask,
  colorBgContainerDisabled: p.sunken, colorBgSpotlight: p.ink, colorFillAlter: p.hover, colorFillSecondary: p.sunken, colorFillTertiary: p.sunken,
  colorBorder: p.line2, colorBorderSecondary: p.line, colorSplit: p.line, colorBorderDisabled: p.line2,
  controlItemBgHover: p.hover, controlItemBgActive: p.sel, controlItemBgActiveHover: p.sel, controlOutline: p.jadeBg,
  boxShadow: p.shadowOverlay, boxShadowSecondary: p.shadowPopup, boxShadowTertiary: 'none',
})

const shape: NonNullable<ThemeConfig['token']> = {
  fontFamily: 'var(--lf-font)', fontSize: 14, fontSizeSM: 12, fontSizeLG: 16, lineHeight: 1.5715, fontWeightStrong: 600,
  borderRadius: 6, borderRadiusSM: 4, borderRadiusLG: 8, borderRadiusXS: 3,
  controlHeight: 32, controlHeightSM: 26, controlHeightLG: 38,
  motionDurationFast: '0.1s', motionDurationMid: '0.14s', motionDurationSlow: '0.2s', wireframe: false,
}

const components = (p: Palette): NonNullable<ThemeConfig['components']> => {
  const field = { colorBorder: p.ctl, activeShadow: `0 0 0 3px ${p.jadeBg}`, activeBorderColor: p.jade, hoverBorderColor: p.jade }
  return {
    Button: {
      defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none', paddingInline: 12, fontWeight: 400, iconGap: 7,
      defaultBg: p.surface, defaultHoverBg: p.hover, defaultHoverColor: p.ink, defaultHoverBorderColor: p.ctl,
      defaultActiveBg: p.sel, defaultActiveColor: p.ink, defaultActiveBorderColor: p.ctl, textHoverBg: p.hover,
    },
    Segmented: {
      trackBg: p.sunken, trackPadding: 2, itemSelectedBg: p.surface, itemSelectedColor: p.ink, itemColor: p.ink2, itemHoverColor: p.ink,
      itemHoverBg: 'transparent', itemActiveBg: 'transparent', boxShadowTertiary: `0 0 0 1px ${p.line}`,
    },
    Tabs: {
      horizontalItemGutter: 24, lineWidthBold: 2, itemColor: p.ink2, itemHoverColor: p.ink, itemActiveColor: p.jadeText,
      itemSelectedColor: p.jadeText, inkBarColor: p.jade,
    },
    Checkbox: { colorBorder: p.ctl, borderRadiusSM: 3 },
    Radio: { colorBorder: p.ctl },
    Input: field,
    InputNumber: field,
    Select: {
      colorBorder: p.ctl, activeBorderColor: p.jade, hoverBorderColor: p.jade, activeOutlineColor: p.jadeBg,
      optionSelectedBg: p.sel, optionActiveBg: p.hover, optionSelectedFontWeight: 600,
    },
    DatePicker: { ...field, cellHoverBg: p.hover },
    Tree: { titleHeight: 28, indentSize: 16, nodeHoverBg: p.hover, nodeSelectedBg: p.sel },
    Progress: { remainingColor: p.sunken, defaultColor: p.jade },
    Table: {
      cellFontSize: 13, cellFontSizeMD: 13, cellFontSizeSM: 13, headerBg: p.surface, headerColor: p.ink2, headerSplitColor: 'transparent',
      rowHoverBg: p.hover, rowSelectedBg: p.sel, rowSelectedHoverBg: p.sel, borderColor: p.line,
    },
    Modal: { contentBg: p.raised, headerBg: p.raised, footerBg: p.raised, titleFontSize: 18, titleLineHeight: 1.45, borderRadiusLG: 10 },
    Tooltip: { colorBgSpotlight: p.ink, colorTextLightSolid: p.surface },
    Dropdown: { controlItemBgHover: p.hover, paddingBlock: 5 },
    // The list that notices stand in cuts a wider shadow off.
    Rate: { starColor: p.ochre, starBg: p.ctl },
    Notification: { boxShadow: p.shadowPopup },
    Form: { labelColor: p.ink2, verticalLabelPadding: '0 0 4px' },
    Switch: { colorTextQuaternary: p.ctl, colorTextTertiary: p.ctl },
  }
}

/**
 * The palette's own colours where an algorithm would mix others from them: Ant Design lets nobody set what it calls a seed,
 * and its dark algorithm dims the seeds.
 */
const exactly = (algorithm: typeof antd.defaultAlgorithm, p: Palette): typeof antd.defaultAlgorithm => (seed) => ({
  ...algorithm(seed),
  colorPrimary: p.jade, colorLink: p.jadeText, colorInfo: p.blue, colorSuccess: p.jade, colorWarning: p.ochre, colorError: p.rust,
})

export const antdTheme = (look: Look): ThemeConfig => {
  const palette = palettes[look]
  return {
    algorithm: exactly(look === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, palette),
    token: { ...shape, ...seeds(palette) },
    components: components(palette),
  }
}
