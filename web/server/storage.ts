import { stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** Bytes of a database's file, of its write-ahead log, and free on its disk. */
export interface StorageSize {
	databaseBytes: number;
	walBytes: number;
	freeBytes: number;
}

/** Measures the database in `file`. A log that is not there has no bytes. @throws where the database cannot be read */
export async function measureStorage(file: string): Promise<StorageSize> {
	const [database, walBytes, disk] = await Promise.all([
		stat(file),
		sizeOrZero(`${file}-wal`),
		statfs(dirname(file)),
	]);
	return {
		databaseBytes: database.size,
		walBytes,
		freeBytes: disk.bavail * disk.bsize,
	};
}

async function sizeOrZero(file: string): Promise<number> {
	try {
		return (await stat(file)).size;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") {
			return 0;
		}
		throw error;
	}
}
