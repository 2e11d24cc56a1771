/** For pages whose only tool is their printed head. */

import { keepHeadFilled } from "./heads.js";

keepHeadFilled();
