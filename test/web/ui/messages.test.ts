import { describe, expect, it } from "vitest";
import en from "../../../web/messages/en.json" with { type: "json" };
import zh from "../../../web/messages/zh.json" with { type: "json" };

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ""): Map<string, string> {
	return new Map(
		Object.entries(tree).flatMap(([key, value]) => {
			const at = path === "" ? key : `${path}.${key}`;
			return typeof value === "string"
				? [[at, value] as const]
				: [...flatten(value, at)];
		}),
	);
}

/** Names of the values a message asks for, e.g. "points" in "{points} points". */
function placeholders(message: string): string[] {
	return [...message.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "").sort();
}

describe("messages", () => {
	const english = flatten(en);
	const chinese = flatten(zh);

	it("say the same things in both languages", () => {
		expect([...chinese.keys()]).toEqual([...english.keys()]);
	});

	it("ask for the same values in both languages", () => {
		for (const [key, message] of english) {
			const names = new Set(
				placeholders(message).filter(
					(name) => name !== "submission" && name !== "submissions",
				),
			);
			expect([...new Set(placeholders(chinese.get(key) ?? ""))], key).toEqual([
				...names,
			]);
		}
	});

	it("are never empty, but for a draft that has nothing to say", () => {
		const empty = [...english, ...chinese]
			.filter(([, message]) => message.trim() === "")
			.map(([key]) => key);
		expect(new Set(empty)).toEqual(new Set(["draft.unchanged"]));
	});

	it("are Chinese where they claim to be", () => {
		const latin = [...chinese].filter(
			([key, message]) =>
				message !== "" &&
				!/\p{Script=Han}/u.test(message) &&
				!["header.switchLanguage", "map.comma", "map.box"].includes(key),
		);
		expect(latin.map(([key]) => key)).toEqual([]);
	});
});
