"use client";

import { useTranslations } from "next-intl";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import type { PictureTable as Table } from "./tell-picture.ts";

/** The numbers of a picture. */
export function PictureTable({
	table,
	caption,
}: {
	table: Table;
	caption: string;
}) {
	const t = useTranslations("pictures");
	const columns = table.columns.map((column, index) => ({
		id: `column ${index}`,
		column,
	}));
	const rows = table.rows.map((cells, index) => ({
		id: `row ${index}`,
		cells,
	}));
	return (
		<ScrollFrame className="table-scroll" label={caption}>
			<table className="data-table">
				<caption className="visually-hidden">{caption}</caption>
				<thead>
					<tr>
						{columns.map(({ id, column }) => (
							<th key={id} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ id, cells: [head, ...cells] }) => (
						<tr key={id}>
							<th scope="row">{head}</th>
							{cells.map((cell, index) => (
								<td key={columns[index + 1]?.id} className="number">
									{cell}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			{table.omitted > 0 && (
				<p className="quiet">{t("omitted", { count: table.omitted })}</p>
			)}
		</ScrollFrame>
	);
}
