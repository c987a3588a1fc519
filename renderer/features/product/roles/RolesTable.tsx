/** Who is what for each work, to read. */
import { useTranslation } from 'react-i18next'
import type { FieldRow } from '#shared/model/fields'
import { activityOf, lettersOf, rolePosts } from './rolesMatrix'
import styles from './roles.module.css'

export const RolesTable = ({ rows, labelledBy }: { rows: readonly FieldRow[]; labelledBy: string }) => {
  const { t } = useTranslation('product')
  const posts = rolePosts(rows)
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('roles.activity')}</th>{posts.map((post) => <th key={post} scope="col">{post}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" dir="auto">{activityOf(row) || '—'}</th>
              {posts.map((post) => <td key={post}>{lettersOf(row, post).map((letter) => <abbr key={letter} data-letter={letter} title={t(`roles.letter.${letter}`)}>{letter}</abbr>)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>{t('roles.legend')}</p>
    </div>
  )
}
