import { useTranslations } from 'use-intl/react'
import { PictureField } from '#components/pictures/picture-field.tsx'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import type { StoredPicture } from '#contracts/picture.ts'
import { Logo } from '#contracts/reseller-config.ts'
import { FONT_FAMILIES, type FontFamily, Theme } from '#contracts/theme.ts'
import type { Editing } from './edit.ts'
import { FontSample } from './font-sample.tsx'
import { ChoiceField, InputField } from './input-field.tsx'

const { style, scheme, radius, density } = Theme.shape

interface Props extends Editing {
  /** A logo was taken, as it is stored. */
  readonly onLogo: (picture: StoredPicture) => void
}

/** Look, fonts and logo: closed lists, each with a layout or a file of ours behind it. */
export function LookFields({ config, edit, faults, onLogo }: Props) {
  const words = useTranslations('review')
  const own = useTranslations('editor')
  const theme = (change: Partial<Theme>) => edit((now) => ({ ...now, theme: { ...now.theme, ...change } }))
  const logo = (change: Partial<Logo>) => edit((now) => ({ ...now, logo: { ...now.logo, ...change } }))
  return (
    <>
      <div className="fields">
        <ChoiceField
          label={words('name_style')}
          value={config.theme.style}
          options={style.options.map((value) => ({ value, text: words(`style_${value}`) }))}
          onValue={(value) => theme({ style: value })}
        />
        <ChoiceField
          label={words('name_scheme')}
          value={config.theme.scheme}
          options={scheme.options.map((value) => ({ value, text: words(`scheme_${value}`) }))}
          onValue={(value) => theme({ scheme: value })}
        />
        <ChoiceField
          label={words('name_radius')}
          value={config.theme.radius}
          options={radius.options.map((value) => ({ value, text: words(`radius_${value}`) }))}
          onValue={(value) => theme({ radius: value })}
        />
        <ChoiceField
          label={words('name_density')}
          value={config.theme.density}
          options={density.options.map((value) => ({ value, text: words(`density_${value}`) }))}
          onValue={(value) => theme({ density: value })}
        />
      </div>
      <div className="fields">
        {(['display', 'body'] as const).map((role) => (
          <div key={role} className="field">
            <ChoiceField<FontFamily>
              label={words(role === 'display' ? 'name_fontDisplay' : 'name_fontBody')}
              value={config.theme.fonts[role]}
              options={FONT_FAMILIES.map((value) => ({ value, text: fontName(value) }))}
              onValue={(value) => theme({ fonts: { ...config.theme.fonts, [role]: value } })}
            />
            <FontSample family={config.theme.fonts[role]} />
          </div>
        ))}
      </div>
      <div className="fields">
        <InputField
          label={words('name_wordmark')}
          value={config.logo.wordmark}
          maxLength={TEXT_LIMITS.wordmark}
          fault={faults.get('logo.wordmark')}
          onValue={(wordmark) => logo({ wordmark })}
        />
        <ChoiceField
          label={words('name_mark')}
          value={config.logo.mark}
          options={Logo.shape.mark.unwrap().options.map((value) => ({ value, text: words(`mark_${value}`) }))}
          onValue={(mark) => logo({ mark })}
        />
      </div>
      <PictureField
        label={own('logoPicture')}
        hint={own('logoHint')}
        picture={config.logo.picture}
        ground={config.theme.colours.background}
        onPicture={(picture) => logo({ picture })}
        onStored={onLogo}
      />
    </>
  )
}

/** `source-sans-3` → Source Sans 3. */
const fontName = (family: FontFamily): string =>
  family.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
