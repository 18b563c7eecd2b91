import { handleAuth } from "../../../../server/handle-auth.ts";

export const GET = handleAuth;
export const POST = handleAuth;
