/** A certificate for tests, made on the spot: self-signed, for 127.0.0.1, good for an hour around now. */
import { generateKeyPairSync, sign } from "node:crypto";

/** One value in DER: its tag, its length, its content (ITU-T X.690, 8.1). */
function der(tag: number, ...content: Buffer[]): Buffer {
	const body = Buffer.concat(content);
	const length =
		body.length < 128
			? Buffer.from([body.length])
			: Buffer.from([0x82, body.length >> 8, body.length & 255]);
	return Buffer.concat([Buffer.from([tag]), length, body]);
}
const sequence = (...content: Buffer[]) => der(0x30, ...content);
const ecdsaWithSha256 = sequence(Buffer.from("06082a8648ce3d040302", "hex"));
const commonName = (name: string) =>
	sequence(
		der(
			0x31,
			sequence(Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(name))),
		),
	);
const utcTime = (at: Date) =>
	der(
		0x17,
		Buffer.from(
			`${at
				.toISOString()
				.replace(/[-:T]|\.\d+/g, "")
				.slice(2)}`,
		),
	);

/** @returns key and certificate in PEM, as `node:https` takes them */
export function makeCertificate(): { key: string; cert: string } {
	const { publicKey, privateKey } = generateKeyPairSync("ec", {
		namedCurve: "P-256",
	});
	const halfAnHourMs = 30 * 60_000;
	const name = commonName("chainrule test");
	const subjectAltName = sequence(
		Buffer.from("0603551d11", "hex"),
		// One IP address: context tag 7.
		der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
	);
	const content = sequence(
		der(0xa0, Buffer.from("020102", "hex")), // X.509 version 3
		Buffer.from("020101", "hex"), // serial number 1
		ecdsaWithSha256,
		name,
		sequence(
			utcTime(new Date(Date.now() - halfAnHourMs)),
			utcTime(new Date(Date.now() + halfAnHourMs)),
		),
		name,
		publicKey.export({ type: "spki", format: "der" }),
		der(0xa3, sequence(subjectAltName)),
	);
	const signature = sign("sha256", content, privateKey);
	const certificate = sequence(
		content,
		ecdsaWithSha256,
		der(0x03, Buffer.from([0]), signature),
	);
	const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
	return {
		key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
	};
}
