import { getTranslations } from "next-intl/server";
import { rememberSearchKey } from "../app/preferences.ts";
import { searchKey } from "./search-key.ts";

/** Says which key goes to the search, and turns it off or on; works without JavaScript. */
export async function KeySetting({ isOn }: { isOn: boolean }) {
	const t = await getTranslations("search");
	return (
		<form className="key-setting" action={rememberSearchKey}>
			<span>
				{t.rich(isOn ? "keyOn" : "keyOff", {
					key: () => <kbd>{searchKey}</kbd>,
				})}
			</span>{" "}
			<button
				className="link-button"
				type="submit"
				name="key"
				value={isOn ? "off" : "on"}
			>
				{t(isOn ? "turnOff" : "turnOn")}
			</button>
		</form>
	);
}
