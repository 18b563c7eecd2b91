/**
 * The file format of backups: an uncompressed tar (POSIX.1-1988 ustar, with GNU's binary sizes beyond 8 GiB), so that a
 * backup can be opened by hand with `tar` should this program ever be at fault. Only plain members are written or read.
 */
import { type FileHandle, open } from "node:fs/promises";

const blockBytes = 512;
const chunkBytes = 1024 * 1024;
/** Eleven octal digits. */
const largestOctalSize = 0o77777777777;

/** What a member holds: bytes at hand, or a whole file. */
export type MemberContent = Buffer | { file: string; bytes: number };

/** Where a member's bytes lie in an archive. */
export interface Member {
	offset: number;
	bytes: number;
}

/**
 * Writes a new file, for its owner only, and brings it to the disk.
 * @param onBytes told how many bytes of content each step has written
 * @throws Error when the file exists, or a member's file changes its length meanwhile
 */
export async function writeArchive(
	file: string,
	members: ReadonlyMap<string, MemberContent>,
	onBytes: (bytes: number) => void = () => undefined,
): Promise<void> {
	const target = await open(file, "wx", 0o600);
	try {
		for (const [name, content] of members) {
			const bytes = Buffer.isBuffer(content) ? content.length : content.bytes;
			await target.writeFile(headerOf(name, bytes));
			if (Buffer.isBuffer(content)) await target.writeFile(content);
			else await copyFile(content.file, bytes, target, onBytes);
			await target.writeFile(Buffer.alloc(paddingOf(bytes)));
		}
		// An archive ends with two empty blocks.
		await target.writeFile(Buffer.alloc(2 * blockBytes));
		await target.sync();
	} finally {
		await target.close();
	}
}

/**
 * Finds the members of an archive by name.
 * @throws RangeError when it is no archive, or is cut short
 */
export async function listMembers(file: string): Promise<Map<string, Member>> {
	const source = await open(file, "r");
	try {
		const { size } = await source.stat();
		const members = new Map<string, Member>();
		for (let offset = 0; ; ) {
			const header = Buffer.alloc(blockBytes);
			const { bytesRead } = await source.read(header, 0, blockBytes, offset);
			if (bytesRead < blockBytes) throw cutShort(offset + bytesRead);
			if (header.every((byte) => byte === 0)) return members;
			const { name, bytes } = readHeader(header);
			offset += blockBytes;
			if (offset + bytes > size) throw cutShort(size);
			members.set(name, { offset, bytes });
			offset += bytes + paddingOf(bytes);
		}
	} finally {
		await source.close();
	}
}

function cutShort(bytes: number): RangeError {
	return new RangeError(`it is cut short after ${bytes} bytes`);
}

/** Reads a member piece by piece. @throws RangeError when the file ends before the member does */
export async function* readMember(
	file: string,
	{ offset, bytes }: Member,
): AsyncGenerator<Buffer> {
	const source = await open(file, "r");
	try {
		for (let done = 0; done < bytes; ) {
			const chunk = Buffer.alloc(Math.min(chunkBytes, bytes - done));
			const { bytesRead } = await source.read(
				chunk,
				0,
				chunk.length,
				offset + done,
			);
			if (bytesRead === 0) throw cutShort(offset + done);
			done += bytesRead;
			yield chunk.subarray(0, bytesRead);
		}
	} finally {
		await source.close();
	}
}

async function copyFile(
	file: string,
	bytes: number,
	target: FileHandle,
	onBytes: (bytes: number) => void,
): Promise<void> {
	for await (const chunk of readMember(file, { offset: 0, bytes })) {
		await target.writeFile(chunk);
		onBytes(chunk.length);
	}
}

function paddingOf(bytes: number): number {
	return (blockBytes - (bytes % blockBytes)) % blockBytes;
}

/** The fields of a header: [offset, length]. */
const fields = {
	name: [0, 100],
	mode: [100, 8],
	owner: [108, 8],
	group: [116, 8],
	size: [124, 12],
	modifiedAt: [136, 12],
	checksum: [148, 8],
	type: [156, 1],
	magic: [257, 8],
} as const;

function headerOf(name: string, bytes: number): Buffer {
	const header = Buffer.alloc(blockBytes);
	const put = (field: keyof typeof fields, text: string) =>
		header.write(text, fields[field][0], fields[field][1], "latin1");
	put("name", name);
	put("mode", "0000600\0");
	put("owner", "0000000\0");
	put("group", "0000000\0");
	if (bytes <= largestOctalSize)
		put("size", `${bytes.toString(8).padStart(11, "0")}\0`);
	else {
		header[fields.size[0]] = 0x80;
		header.writeBigUInt64BE(BigInt(bytes), fields.size[0] + 4);
	}
	const seconds = Math.floor(Date.now() / 1000);
	put("modifiedAt", `${seconds.toString(8).padStart(11, "0")}\0`);
	put("type", "0");
	put("magic", "ustar\x0000");
	put("checksum", `${checksumOf(header).toString(8).padStart(6, "0")}\0 `);
	return header;
}

function readHeader(header: Buffer): Member & { name: string } {
	const get = (field: keyof typeof fields) =>
		header
			.toString("latin1", fields[field][0], fields[field][0] + fields[field][1])
			.replace(/[\0 ].*$/s, "");
	const isTar =
		get("magic") === "ustar" &&
		Number.parseInt(get("checksum"), 8) === checksumOf(header) &&
		(get("type") === "0" || get("type") === "");
	const isBinary = header[fields.size[0]] === 0x80;
	const bytes = isBinary
		? Number(header.readBigUInt64BE(fields.size[0] + 4))
		: Number.parseInt(get("size"), 8);
	// Octal digits may come with a sign: a negative size would lead back, and round in circles.
	if (!isTar || !Number.isSafeInteger(bytes) || bytes < 0)
		throw new RangeError("it is not an archive of plain files");
	return { name: get("name"), offset: 0, bytes };
}

/** The sum of all bytes, those of the checksum itself taken as spaces. */
function checksumOf(header: Buffer): number {
	const [start, length] = fields.checksum;
	return header.reduce(
		(sum, byte, index) =>
			sum + (index >= start && index < start + length ? 32 : byte),
		0,
	);
}
