/** For pages whose only tool is their printed head. */

import { onPage } from "../lifecycle.js";
import { keepHeadFilled } from "./heads.js";

onPage(() => keepHeadFilled(), "paper-head");
