import { defineConfig } from "drizzle-kit";

/** Reads the schema, writes migrations; after generating, run `node db/embed-migrations.ts`. */
export default defineConfig({
	dialect: "sqlite",
	schema: "./db/schema.ts",
	out: "./db/migrations",
});
