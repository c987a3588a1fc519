/** What Ant Design's table is made of inside the grid: its elements that say something else to screen readers say nothing instead. */
import type { HTMLAttributes, TableHTMLAttributes } from 'react'

const HeaderTable = (props: TableHTMLAttributes<HTMLTableElement>) => <table {...props} role="presentation" />
const HeaderRows = (props: HTMLAttributes<HTMLTableSectionElement>) => <thead {...props} role="rowgroup" />

export const gridParts = { header: { table: HeaderTable, wrapper: HeaderRows } }

/** Around a table stands a region that announces every change of its rows; the status bar says what there is to say. */
export const silentFrame = { spinning: false, 'aria-busy': undefined, 'aria-live': undefined }
