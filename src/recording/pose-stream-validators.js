// @generated from pose-stream.schema.json by build/pose-stream-validators.ts; after a change:
//   npx vitest run --project unit --update build/pose-stream-validators.test.ts
/* oxlint-disable */
"use strict";
export const headerIsValid = validate18;
const schema12 = {"type":"object","additionalProperties":false,"required":["type","format","version","createdAt","source","joints","units","camera","estimator","smoothing"],"properties":{"type":{"const":"header"},"format":{"const":"handstream"},"version":{"const":1},"createdAt":{"description":"ISO 8601, UTC","type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$"},"source":{"type":"object","additionalProperties":false,"required":["kind","width","height"],"properties":{"kind":{"enum":["camera","clip","picture","synthetic"]},"width":{"description":"px","type":"integer","minimum":1},"height":{"description":"px","type":"integer","minimum":1},"name":{"type":"string"}}},"joints":{"type":"array","minItems":21,"additionalItems":false,"items":[{"const":"wrist"},{"const":"thumb_cmc"},{"const":"thumb_mcp"},{"const":"thumb_ip"},{"const":"thumb_tip"},{"const":"index_mcp"},{"const":"index_pip"},{"const":"index_dip"},{"const":"index_tip"},{"const":"middle_mcp"},{"const":"middle_pip"},{"const":"middle_dip"},{"const":"middle_tip"},{"const":"ring_mcp"},{"const":"ring_pip"},{"const":"ring_dip"},{"const":"ring_tip"},{"const":"pinky_mcp"},{"const":"pinky_pip"},{"const":"pinky_dip"},{"const":"pinky_tip"}]},"units":{"type":"object","additionalProperties":false,"required":["joints2d","joints3d","time"],"properties":{"joints2d":{"const":"px"},"joints3d":{"const":"mm"},"time":{"const":"ms"}}},"camera":{"description":"The pinhole camera that joints3d were lifted with, px","type":"object","additionalProperties":false,"required":["fx","fy","cx","cy","from"],"properties":{"fx":{"type":"number","exclusiveMinimum":0},"fy":{"type":"number","exclusiveMinimum":0},"cx":{"type":"number"},"cy":{"type":"number"},"from":{"enum":["default","field-of-view","calibrated"]}}},"estimator":{"type":"object","additionalProperties":false,"required":["id","sha256","backend"],"properties":{"id":{"type":"string","pattern":"."},"sha256":{"description":"Of the model file; null where it could not be taken","oneOf":[{"type":"string","pattern":"^[0-9a-f]{64}$"},{"type":"null"}]},"backend":{"enum":["webgpu","wasm"]}}},"smoothing":{"description":"The filters that the shown joints went through; null: not smoothed","type":"object","additionalProperties":false,"required":["joints2d","joints3d","rootDepth"],"properties":{"joints2d":{"$ref":"#/definitions/oneEuro"},"joints3d":{"$ref":"#/definitions/oneEuro"},"rootDepth":{"$ref":"#/definitions/oneEuro"}}}}};
const schema13 = {"oneOf":[{"type":"null"},{"type":"object","additionalProperties":false,"required":["minCutoffHz","beta","derivativeCutoffHz"],"properties":{"minCutoffHz":{"type":"number","exclusiveMinimum":0},"beta":{"type":"number","minimum":0},"derivativeCutoffHz":{"type":"number","exclusiveMinimum":0}}}]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$", "u");
const pattern1 = new RegExp(".", "u");
const pattern2 = new RegExp("^[0-9a-f]{64}$", "u");

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.type === undefined) && (missing0 = "type")) || ((data.format === undefined) && (missing0 = "format"))) || ((data.version === undefined) && (missing0 = "version"))) || ((data.createdAt === undefined) && (missing0 = "createdAt"))) || ((data.source === undefined) && (missing0 = "source"))) || ((data.joints === undefined) && (missing0 = "joints"))) || ((data.units === undefined) && (missing0 = "units"))) || ((data.camera === undefined) && (missing0 = "camera"))) || ((data.estimator === undefined) && (missing0 = "estimator"))) || ((data.smoothing === undefined) && (missing0 = "smoothing"))){
validate18.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
validate18.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.type !== undefined){
const _errs2 = errors;
if("header" !== data.type){
validate18.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "header"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.format !== undefined){
const _errs3 = errors;
if("handstream" !== data.format){
validate18.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "handstream"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs4 = errors;
if(1 !== data.version){
validate18.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.createdAt !== undefined){
let data3 = data.createdAt;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate18.errors = [{instancePath:instancePath+"/createdAt",schemaPath:"#/properties/createdAt/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$"+"\""}];
return false;
}
}
else {
validate18.errors = [{instancePath:instancePath+"/createdAt",schemaPath:"#/properties/createdAt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
let data4 = data.source;
const _errs7 = errors;
if(errors === _errs7){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.kind === undefined) && (missing1 = "kind")) || ((data4.width === undefined) && (missing1 = "width"))) || ((data4.height === undefined) && (missing1 = "height"))){
validate18.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data4){
if(!((((key1 === "kind") || (key1 === "width")) || (key1 === "height")) || (key1 === "name"))){
validate18.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs9 === errors){
if(data4.kind !== undefined){
let data5 = data4.kind;
const _errs10 = errors;
if(!((((data5 === "camera") || (data5 === "clip")) || (data5 === "picture")) || (data5 === "synthetic"))){
validate18.errors = [{instancePath:instancePath+"/source/kind",schemaPath:"#/properties/source/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.source.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data4.width !== undefined){
let data6 = data4.width;
const _errs11 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate18.errors = [{instancePath:instancePath+"/source/width",schemaPath:"#/properties/source/properties/width/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs11){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
validate18.errors = [{instancePath:instancePath+"/source/width",schemaPath:"#/properties/source/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data4.height !== undefined){
let data7 = data4.height;
const _errs13 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate18.errors = [{instancePath:instancePath+"/source/height",schemaPath:"#/properties/source/properties/height/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs13){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
validate18.errors = [{instancePath:instancePath+"/source/height",schemaPath:"#/properties/source/properties/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data4.name !== undefined){
const _errs15 = errors;
if(typeof data4.name !== "string"){
validate18.errors = [{instancePath:instancePath+"/source/name",schemaPath:"#/properties/source/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.joints !== undefined){
let data9 = data.joints;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data9)){
if(data9.length < 21){
validate18.errors = [{instancePath:instancePath+"/joints",schemaPath:"#/properties/joints/minItems",keyword:"minItems",params:{limit: 21},message:"must NOT have fewer than 21 items"}];
return false;
}
else {
const len0 = data9.length;
if(!(len0 <= 21)){
validate18.errors = [{instancePath:instancePath+"/joints",schemaPath:"#/properties/joints/additionalItems",keyword:"additionalItems",params:{limit: 21},message:"must NOT have more than 21 items"}];
return false;
}
else {
const len1 = data9.length;
if(len1 > 0){
const _errs19 = errors;
if("wrist" !== data9[0]){
validate18.errors = [{instancePath:instancePath+"/joints/0",schemaPath:"#/properties/joints/items/0/const",keyword:"const",params:{allowedValue: "wrist"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs19 === errors;
}
if(valid2){
if(len1 > 1){
const _errs20 = errors;
if("thumb_cmc" !== data9[1]){
validate18.errors = [{instancePath:instancePath+"/joints/1",schemaPath:"#/properties/joints/items/1/const",keyword:"const",params:{allowedValue: "thumb_cmc"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs20 === errors;
}
if(valid2){
if(len1 > 2){
const _errs21 = errors;
if("thumb_mcp" !== data9[2]){
validate18.errors = [{instancePath:instancePath+"/joints/2",schemaPath:"#/properties/joints/items/2/const",keyword:"const",params:{allowedValue: "thumb_mcp"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs21 === errors;
}
if(valid2){
if(len1 > 3){
const _errs22 = errors;
if("thumb_ip" !== data9[3]){
validate18.errors = [{instancePath:instancePath+"/joints/3",schemaPath:"#/properties/joints/items/3/const",keyword:"const",params:{allowedValue: "thumb_ip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs22 === errors;
}
if(valid2){
if(len1 > 4){
const _errs23 = errors;
if("thumb_tip" !== data9[4]){
validate18.errors = [{instancePath:instancePath+"/joints/4",schemaPath:"#/properties/joints/items/4/const",keyword:"const",params:{allowedValue: "thumb_tip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs23 === errors;
}
if(valid2){
if(len1 > 5){
const _errs24 = errors;
if("index_mcp" !== data9[5]){
validate18.errors = [{instancePath:instancePath+"/joints/5",schemaPath:"#/properties/joints/items/5/const",keyword:"const",params:{allowedValue: "index_mcp"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs24 === errors;
}
if(valid2){
if(len1 > 6){
const _errs25 = errors;
if("index_pip" !== data9[6]){
validate18.errors = [{instancePath:instancePath+"/joints/6",schemaPath:"#/properties/joints/items/6/const",keyword:"const",params:{allowedValue: "index_pip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs25 === errors;
}
if(valid2){
if(len1 > 7){
const _errs26 = errors;
if("index_dip" !== data9[7]){
validate18.errors = [{instancePath:instancePath+"/joints/7",schemaPath:"#/properties/joints/items/7/const",keyword:"const",params:{allowedValue: "index_dip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs26 === errors;
}
if(valid2){
if(len1 > 8){
const _errs27 = errors;
if("index_tip" !== data9[8]){
validate18.errors = [{instancePath:instancePath+"/joints/8",schemaPath:"#/properties/joints/items/8/const",keyword:"const",params:{allowedValue: "index_tip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs27 === errors;
}
if(valid2){
if(len1 > 9){
const _errs28 = errors;
if("middle_mcp" !== data9[9]){
validate18.errors = [{instancePath:instancePath+"/joints/9",schemaPath:"#/properties/joints/items/9/const",keyword:"const",params:{allowedValue: "middle_mcp"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs28 === errors;
}
if(valid2){
if(len1 > 10){
const _errs29 = errors;
if("middle_pip" !== data9[10]){
validate18.errors = [{instancePath:instancePath+"/joints/10",schemaPath:"#/properties/joints/items/10/const",keyword:"const",params:{allowedValue: "middle_pip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs29 === errors;
}
if(valid2){
if(len1 > 11){
const _errs30 = errors;
if("middle_dip" !== data9[11]){
validate18.errors = [{instancePath:instancePath+"/joints/11",schemaPath:"#/properties/joints/items/11/const",keyword:"const",params:{allowedValue: "middle_dip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs30 === errors;
}
if(valid2){
if(len1 > 12){
const _errs31 = errors;
if("middle_tip" !== data9[12]){
validate18.errors = [{instancePath:instancePath+"/joints/12",schemaPath:"#/properties/joints/items/12/const",keyword:"const",params:{allowedValue: "middle_tip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs31 === errors;
}
if(valid2){
if(len1 > 13){
const _errs32 = errors;
if("ring_mcp" !== data9[13]){
validate18.errors = [{instancePath:instancePath+"/joints/13",schemaPath:"#/properties/joints/items/13/const",keyword:"const",params:{allowedValue: "ring_mcp"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs32 === errors;
}
if(valid2){
if(len1 > 14){
const _errs33 = errors;
if("ring_pip" !== data9[14]){
validate18.errors = [{instancePath:instancePath+"/joints/14",schemaPath:"#/properties/joints/items/14/const",keyword:"const",params:{allowedValue: "ring_pip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs33 === errors;
}
if(valid2){
if(len1 > 15){
const _errs34 = errors;
if("ring_dip" !== data9[15]){
validate18.errors = [{instancePath:instancePath+"/joints/15",schemaPath:"#/properties/joints/items/15/const",keyword:"const",params:{allowedValue: "ring_dip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs34 === errors;
}
if(valid2){
if(len1 > 16){
const _errs35 = errors;
if("ring_tip" !== data9[16]){
validate18.errors = [{instancePath:instancePath+"/joints/16",schemaPath:"#/properties/joints/items/16/const",keyword:"const",params:{allowedValue: "ring_tip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs35 === errors;
}
if(valid2){
if(len1 > 17){
const _errs36 = errors;
if("pinky_mcp" !== data9[17]){
validate18.errors = [{instancePath:instancePath+"/joints/17",schemaPath:"#/properties/joints/items/17/const",keyword:"const",params:{allowedValue: "pinky_mcp"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs36 === errors;
}
if(valid2){
if(len1 > 18){
const _errs37 = errors;
if("pinky_pip" !== data9[18]){
validate18.errors = [{instancePath:instancePath+"/joints/18",schemaPath:"#/properties/joints/items/18/const",keyword:"const",params:{allowedValue: "pinky_pip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs37 === errors;
}
if(valid2){
if(len1 > 19){
const _errs38 = errors;
if("pinky_dip" !== data9[19]){
validate18.errors = [{instancePath:instancePath+"/joints/19",schemaPath:"#/properties/joints/items/19/const",keyword:"const",params:{allowedValue: "pinky_dip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs38 === errors;
}
if(valid2){
if(len1 > 20){
const _errs39 = errors;
if("pinky_tip" !== data9[20]){
validate18.errors = [{instancePath:instancePath+"/joints/20",schemaPath:"#/properties/joints/items/20/const",keyword:"const",params:{allowedValue: "pinky_tip"},message:"must be equal to constant"}];
return false;
}
var valid2 = _errs39 === errors;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/joints",schemaPath:"#/properties/joints/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.units !== undefined){
let data31 = data.units;
const _errs40 = errors;
if(errors === _errs40){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing2;
if((((data31.joints2d === undefined) && (missing2 = "joints2d")) || ((data31.joints3d === undefined) && (missing2 = "joints3d"))) || ((data31.time === undefined) && (missing2 = "time"))){
validate18.errors = [{instancePath:instancePath+"/units",schemaPath:"#/properties/units/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs42 = errors;
for(const key2 in data31){
if(!(((key2 === "joints2d") || (key2 === "joints3d")) || (key2 === "time"))){
validate18.errors = [{instancePath:instancePath+"/units",schemaPath:"#/properties/units/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs42 === errors){
if(data31.joints2d !== undefined){
const _errs43 = errors;
if("px" !== data31.joints2d){
validate18.errors = [{instancePath:instancePath+"/units/joints2d",schemaPath:"#/properties/units/properties/joints2d/const",keyword:"const",params:{allowedValue: "px"},message:"must be equal to constant"}];
return false;
}
var valid3 = _errs43 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data31.joints3d !== undefined){
const _errs44 = errors;
if("mm" !== data31.joints3d){
validate18.errors = [{instancePath:instancePath+"/units/joints3d",schemaPath:"#/properties/units/properties/joints3d/const",keyword:"const",params:{allowedValue: "mm"},message:"must be equal to constant"}];
return false;
}
var valid3 = _errs44 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data31.time !== undefined){
const _errs45 = errors;
if("ms" !== data31.time){
validate18.errors = [{instancePath:instancePath+"/units/time",schemaPath:"#/properties/units/properties/time/const",keyword:"const",params:{allowedValue: "ms"},message:"must be equal to constant"}];
return false;
}
var valid3 = _errs45 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/units",schemaPath:"#/properties/units/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.camera !== undefined){
let data35 = data.camera;
const _errs46 = errors;
if(errors === _errs46){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing3;
if((((((data35.fx === undefined) && (missing3 = "fx")) || ((data35.fy === undefined) && (missing3 = "fy"))) || ((data35.cx === undefined) && (missing3 = "cx"))) || ((data35.cy === undefined) && (missing3 = "cy"))) || ((data35.from === undefined) && (missing3 = "from"))){
validate18.errors = [{instancePath:instancePath+"/camera",schemaPath:"#/properties/camera/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs48 = errors;
for(const key3 in data35){
if(!(((((key3 === "fx") || (key3 === "fy")) || (key3 === "cx")) || (key3 === "cy")) || (key3 === "from"))){
validate18.errors = [{instancePath:instancePath+"/camera",schemaPath:"#/properties/camera/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs48 === errors){
if(data35.fx !== undefined){
let data36 = data35.fx;
const _errs49 = errors;
if(errors === _errs49){
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 <= 0 || isNaN(data36)){
validate18.errors = [{instancePath:instancePath+"/camera/fx",schemaPath:"#/properties/camera/properties/fx/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"}];
return false;
}
}
else {
validate18.errors = [{instancePath:instancePath+"/camera/fx",schemaPath:"#/properties/camera/properties/fx/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid4 = _errs49 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data35.fy !== undefined){
let data37 = data35.fy;
const _errs51 = errors;
if(errors === _errs51){
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 <= 0 || isNaN(data37)){
validate18.errors = [{instancePath:instancePath+"/camera/fy",schemaPath:"#/properties/camera/properties/fy/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"}];
return false;
}
}
else {
validate18.errors = [{instancePath:instancePath+"/camera/fy",schemaPath:"#/properties/camera/properties/fy/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid4 = _errs51 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data35.cx !== undefined){
let data38 = data35.cx;
const _errs53 = errors;
if(!((typeof data38 == "number") && (isFinite(data38)))){
validate18.errors = [{instancePath:instancePath+"/camera/cx",schemaPath:"#/properties/camera/properties/cx/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs53 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data35.cy !== undefined){
let data39 = data35.cy;
const _errs55 = errors;
if(!((typeof data39 == "number") && (isFinite(data39)))){
validate18.errors = [{instancePath:instancePath+"/camera/cy",schemaPath:"#/properties/camera/properties/cy/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs55 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data35.from !== undefined){
let data40 = data35.from;
const _errs57 = errors;
if(!(((data40 === "default") || (data40 === "field-of-view")) || (data40 === "calibrated"))){
validate18.errors = [{instancePath:instancePath+"/camera/from",schemaPath:"#/properties/camera/properties/from/enum",keyword:"enum",params:{allowedValues: schema12.properties.camera.properties.from.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs57 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/camera",schemaPath:"#/properties/camera/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.estimator !== undefined){
let data41 = data.estimator;
const _errs58 = errors;
if(errors === _errs58){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing4;
if((((data41.id === undefined) && (missing4 = "id")) || ((data41.sha256 === undefined) && (missing4 = "sha256"))) || ((data41.backend === undefined) && (missing4 = "backend"))){
validate18.errors = [{instancePath:instancePath+"/estimator",schemaPath:"#/properties/estimator/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs60 = errors;
for(const key4 in data41){
if(!(((key4 === "id") || (key4 === "sha256")) || (key4 === "backend"))){
validate18.errors = [{instancePath:instancePath+"/estimator",schemaPath:"#/properties/estimator/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs60 === errors){
if(data41.id !== undefined){
let data42 = data41.id;
const _errs61 = errors;
if(errors === _errs61){
if(typeof data42 === "string"){
if(!pattern1.test(data42)){
validate18.errors = [{instancePath:instancePath+"/estimator/id",schemaPath:"#/properties/estimator/properties/id/pattern",keyword:"pattern",params:{pattern: "."},message:"must match pattern \""+"."+"\""}];
return false;
}
}
else {
validate18.errors = [{instancePath:instancePath+"/estimator/id",schemaPath:"#/properties/estimator/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs61 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data41.sha256 !== undefined){
let data43 = data41.sha256;
const _errs63 = errors;
const _errs64 = errors;
let valid6 = false;
let passing0 = null;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data43 === "string"){
if(!pattern2.test(data43)){
const err0 = {instancePath:instancePath+"/estimator/sha256",schemaPath:"#/properties/estimator/properties/sha256/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/estimator/sha256",schemaPath:"#/properties/estimator/properties/sha256/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs65 === errors;
if(_valid0){
valid6 = true;
passing0 = 0;
}
const _errs67 = errors;
if(data43 !== null){
const err2 = {instancePath:instancePath+"/estimator/sha256",schemaPath:"#/properties/estimator/properties/sha256/oneOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs67 === errors;
if(_valid0 && valid6){
valid6 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid6 = true;
passing0 = 1;
}
}
if(!valid6){
const err3 = {instancePath:instancePath+"/estimator/sha256",schemaPath:"#/properties/estimator/properties/sha256/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate18.errors = vErrors;
return false;
}
else {
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs63 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data41.backend !== undefined){
let data44 = data41.backend;
const _errs69 = errors;
if(!((data44 === "webgpu") || (data44 === "wasm"))){
validate18.errors = [{instancePath:instancePath+"/estimator/backend",schemaPath:"#/properties/estimator/properties/backend/enum",keyword:"enum",params:{allowedValues: schema12.properties.estimator.properties.backend.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs69 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/estimator",schemaPath:"#/properties/estimator/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.smoothing !== undefined){
let data45 = data.smoothing;
const _errs70 = errors;
if(errors === _errs70){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing5;
if((((data45.joints2d === undefined) && (missing5 = "joints2d")) || ((data45.joints3d === undefined) && (missing5 = "joints3d"))) || ((data45.rootDepth === undefined) && (missing5 = "rootDepth"))){
validate18.errors = [{instancePath:instancePath+"/smoothing",schemaPath:"#/properties/smoothing/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs72 = errors;
for(const key5 in data45){
if(!(((key5 === "joints2d") || (key5 === "joints3d")) || (key5 === "rootDepth"))){
validate18.errors = [{instancePath:instancePath+"/smoothing",schemaPath:"#/properties/smoothing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs72 === errors){
if(data45.joints2d !== undefined){
let data46 = data45.joints2d;
const _errs73 = errors;
const _errs75 = errors;
let valid9 = false;
let passing1 = null;
const _errs76 = errors;
if(data46 !== null){
const err4 = {instancePath:instancePath+"/smoothing/joints2d",schemaPath:"#/definitions/oneEuro/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid1 = _errs76 === errors;
if(_valid1){
valid9 = true;
passing1 = 0;
}
const _errs78 = errors;
if(errors === _errs78){
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
let missing6;
if((((data46.minCutoffHz === undefined) && (missing6 = "minCutoffHz")) || ((data46.beta === undefined) && (missing6 = "beta"))) || ((data46.derivativeCutoffHz === undefined) && (missing6 = "derivativeCutoffHz"))){
const err5 = {instancePath:instancePath+"/smoothing/joints2d",schemaPath:"#/definitions/oneEuro/oneOf/1/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
const _errs80 = errors;
for(const key6 in data46){
if(!(((key6 === "minCutoffHz") || (key6 === "beta")) || (key6 === "derivativeCutoffHz"))){
const err6 = {instancePath:instancePath+"/smoothing/joints2d",schemaPath:"#/definitions/oneEuro/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
}
if(_errs80 === errors){
if(data46.minCutoffHz !== undefined){
let data47 = data46.minCutoffHz;
const _errs81 = errors;
if(errors === _errs81){
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 <= 0 || isNaN(data47)){
const err7 = {instancePath:instancePath+"/smoothing/joints2d/minCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/minCutoffHz/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/smoothing/joints2d/minCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/minCutoffHz/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid10 = _errs81 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data46.beta !== undefined){
let data48 = data46.beta;
const _errs83 = errors;
if(errors === _errs83){
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 < 0 || isNaN(data48)){
const err9 = {instancePath:instancePath+"/smoothing/joints2d/beta",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/beta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/smoothing/joints2d/beta",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/beta/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var valid10 = _errs83 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data46.derivativeCutoffHz !== undefined){
let data49 = data46.derivativeCutoffHz;
const _errs85 = errors;
if(errors === _errs85){
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 <= 0 || isNaN(data49)){
const err11 = {instancePath:instancePath+"/smoothing/joints2d/derivativeCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/derivativeCutoffHz/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/smoothing/joints2d/derivativeCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/derivativeCutoffHz/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid10 = _errs85 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/smoothing/joints2d",schemaPath:"#/definitions/oneEuro/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid1 = _errs78 === errors;
if(_valid1 && valid9){
valid9 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid9 = true;
passing1 = 1;
}
}
if(!valid9){
const err14 = {instancePath:instancePath+"/smoothing/joints2d",schemaPath:"#/definitions/oneEuro/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
validate18.errors = vErrors;
return false;
}
else {
errors = _errs75;
if(vErrors !== null){
if(_errs75){
vErrors.length = _errs75;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs73 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data45.joints3d !== undefined){
let data50 = data45.joints3d;
const _errs87 = errors;
const _errs89 = errors;
let valid12 = false;
let passing2 = null;
const _errs90 = errors;
if(data50 !== null){
const err15 = {instancePath:instancePath+"/smoothing/joints3d",schemaPath:"#/definitions/oneEuro/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid2 = _errs90 === errors;
if(_valid2){
valid12 = true;
passing2 = 0;
}
const _errs92 = errors;
if(errors === _errs92){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing7;
if((((data50.minCutoffHz === undefined) && (missing7 = "minCutoffHz")) || ((data50.beta === undefined) && (missing7 = "beta"))) || ((data50.derivativeCutoffHz === undefined) && (missing7 = "derivativeCutoffHz"))){
const err16 = {instancePath:instancePath+"/smoothing/joints3d",schemaPath:"#/definitions/oneEuro/oneOf/1/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
const _errs94 = errors;
for(const key7 in data50){
if(!(((key7 === "minCutoffHz") || (key7 === "beta")) || (key7 === "derivativeCutoffHz"))){
const err17 = {instancePath:instancePath+"/smoothing/joints3d",schemaPath:"#/definitions/oneEuro/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break;
}
}
if(_errs94 === errors){
if(data50.minCutoffHz !== undefined){
let data51 = data50.minCutoffHz;
const _errs95 = errors;
if(errors === _errs95){
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 <= 0 || isNaN(data51)){
const err18 = {instancePath:instancePath+"/smoothing/joints3d/minCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/minCutoffHz/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/smoothing/joints3d/minCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/minCutoffHz/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var valid13 = _errs95 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data50.beta !== undefined){
let data52 = data50.beta;
const _errs97 = errors;
if(errors === _errs97){
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 < 0 || isNaN(data52)){
const err20 = {instancePath:instancePath+"/smoothing/joints3d/beta",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/beta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/smoothing/joints3d/beta",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/beta/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var valid13 = _errs97 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data50.derivativeCutoffHz !== undefined){
let data53 = data50.derivativeCutoffHz;
const _errs99 = errors;
if(errors === _errs99){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 <= 0 || isNaN(data53)){
const err22 = {instancePath:instancePath+"/smoothing/joints3d/derivativeCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/derivativeCutoffHz/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/smoothing/joints3d/derivativeCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/derivativeCutoffHz/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var valid13 = _errs99 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/smoothing/joints3d",schemaPath:"#/definitions/oneEuro/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid2 = _errs92 === errors;
if(_valid2 && valid12){
valid12 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid12 = true;
passing2 = 1;
}
}
if(!valid12){
const err25 = {instancePath:instancePath+"/smoothing/joints3d",schemaPath:"#/definitions/oneEuro/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
validate18.errors = vErrors;
return false;
}
else {
errors = _errs89;
if(vErrors !== null){
if(_errs89){
vErrors.length = _errs89;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs87 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data45.rootDepth !== undefined){
let data54 = data45.rootDepth;
const _errs101 = errors;
const _errs103 = errors;
let valid15 = false;
let passing3 = null;
const _errs104 = errors;
if(data54 !== null){
const err26 = {instancePath:instancePath+"/smoothing/rootDepth",schemaPath:"#/definitions/oneEuro/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid3 = _errs104 === errors;
if(_valid3){
valid15 = true;
passing3 = 0;
}
const _errs106 = errors;
if(errors === _errs106){
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
let missing8;
if((((data54.minCutoffHz === undefined) && (missing8 = "minCutoffHz")) || ((data54.beta === undefined) && (missing8 = "beta"))) || ((data54.derivativeCutoffHz === undefined) && (missing8 = "derivativeCutoffHz"))){
const err27 = {instancePath:instancePath+"/smoothing/rootDepth",schemaPath:"#/definitions/oneEuro/oneOf/1/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
const _errs108 = errors;
for(const key8 in data54){
if(!(((key8 === "minCutoffHz") || (key8 === "beta")) || (key8 === "derivativeCutoffHz"))){
const err28 = {instancePath:instancePath+"/smoothing/rootDepth",schemaPath:"#/definitions/oneEuro/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break;
}
}
if(_errs108 === errors){
if(data54.minCutoffHz !== undefined){
let data55 = data54.minCutoffHz;
const _errs109 = errors;
if(errors === _errs109){
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 <= 0 || isNaN(data55)){
const err29 = {instancePath:instancePath+"/smoothing/rootDepth/minCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/minCutoffHz/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/smoothing/rootDepth/minCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/minCutoffHz/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var valid16 = _errs109 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data54.beta !== undefined){
let data56 = data54.beta;
const _errs111 = errors;
if(errors === _errs111){
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 0 || isNaN(data56)){
const err31 = {instancePath:instancePath+"/smoothing/rootDepth/beta",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/beta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/smoothing/rootDepth/beta",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/beta/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
var valid16 = _errs111 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data54.derivativeCutoffHz !== undefined){
let data57 = data54.derivativeCutoffHz;
const _errs113 = errors;
if(errors === _errs113){
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 <= 0 || isNaN(data57)){
const err33 = {instancePath:instancePath+"/smoothing/rootDepth/derivativeCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/derivativeCutoffHz/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/smoothing/rootDepth/derivativeCutoffHz",schemaPath:"#/definitions/oneEuro/oneOf/1/properties/derivativeCutoffHz/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var valid16 = _errs113 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/smoothing/rootDepth",schemaPath:"#/definitions/oneEuro/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
var _valid3 = _errs106 === errors;
if(_valid3 && valid15){
valid15 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid15 = true;
passing3 = 1;
}
}
if(!valid15){
const err36 = {instancePath:instancePath+"/smoothing/rootDepth",schemaPath:"#/definitions/oneEuro/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
validate18.errors = vErrors;
return false;
}
else {
errors = _errs103;
if(vErrors !== null){
if(_errs103){
vErrors.length = _errs103;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs101 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/smoothing",schemaPath:"#/properties/smoothing/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs70 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate18.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate18.errors = vErrors;
return errors === 0;
}

export const frameIsValid = validate19;
const schema16 = {"type":"object","additionalProperties":false,"required":["type","index","time","hands","relativeDepth"],"properties":{"type":{"const":"frame"},"index":{"type":"integer","minimum":0},"time":{"description":"ms since the source's first frame","type":"number","minimum":0},"hands":{"type":"object","additionalProperties":false,"required":["right","left"],"properties":{"right":{"oneOf":[{"$ref":"#/definitions/hand"},{"type":"null"}]},"left":{"oneOf":[{"$ref":"#/definitions/hand"},{"type":"null"}]}}},"relativeDepth":{"description":"Left wrist's depth minus right wrist's; null unless both hands are there","oneOf":[{"$ref":"#/definitions/depth"},{"type":"null"}]}},"anyOf":[{"properties":{"relativeDepth":{"type":"null"}}},{"properties":{"hands":{"properties":{"right":{"type":"object"},"left":{"type":"object"}}}}}]};
const schema20 = {"type":"object","additionalProperties":false,"required":["mm","from"],"properties":{"mm":{"type":"number"},"from":{"enum":["internet","hand-size"]}}};
const schema17 = {"type":"object","additionalProperties":false,"required":["score","joints2d","joints3d","rootDepth"],"properties":{"score":{"type":"number","minimum":0,"maximum":1},"joints2d":{"$ref":"#/definitions/joints2d"},"joints3d":{"$ref":"#/definitions/joints3d"},"rootDepth":{"$ref":"#/definitions/depth"},"jointScores":{"description":"Confidence of each joint, where the estimator knows one","type":"array","minItems":21,"maxItems":21,"items":{"type":"number","minimum":0,"maximum":1}},"raw":{"description":"The joints before smoothing, where asked for","type":"object","additionalProperties":false,"required":["joints2d","joints3d"],"properties":{"joints2d":{"$ref":"#/definitions/joints2d"},"joints3d":{"$ref":"#/definitions/joints3d"}}}}};
const schema18 = {"description":"[x, y] px of the source frame, in the header's order","type":"array","minItems":21,"maxItems":21,"items":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"number"}}};
const schema19 = {"description":"[x, y, z] mm in camera space: x right, y down, z forward","type":"array","minItems":21,"maxItems":21,"items":{"type":"array","minItems":3,"maxItems":3,"items":{"type":"number"}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.score === undefined) && (missing0 = "score")) || ((data.joints2d === undefined) && (missing0 = "joints2d"))) || ((data.joints3d === undefined) && (missing0 = "joints3d"))) || ((data.rootDepth === undefined) && (missing0 = "rootDepth"))){
validate14.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "score") || (key0 === "joints2d")) || (key0 === "joints3d")) || (key0 === "rootDepth")) || (key0 === "jointScores")) || (key0 === "raw"))){
validate14.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.score !== undefined){
let data0 = data.score;
const _errs2 = errors;
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1 || isNaN(data0)){
validate14.errors = [{instancePath:instancePath+"/score",schemaPath:"#/properties/score/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate14.errors = [{instancePath:instancePath+"/score",schemaPath:"#/properties/score/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/score",schemaPath:"#/properties/score/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.joints2d !== undefined){
let data1 = data.joints2d;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data1)){
if(data1.length > 21){
validate14.errors = [{instancePath:instancePath+"/joints2d",schemaPath:"#/definitions/joints2d/maxItems",keyword:"maxItems",params:{limit: 21},message:"must NOT have more than 21 items"}];
return false;
}
else {
if(data1.length < 21){
validate14.errors = [{instancePath:instancePath+"/joints2d",schemaPath:"#/definitions/joints2d/minItems",keyword:"minItems",params:{limit: 21},message:"must NOT have fewer than 21 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data2)){
if(data2.length > 2){
validate14.errors = [{instancePath:instancePath+"/joints2d/" + i0,schemaPath:"#/definitions/joints2d/items/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"}];
return false;
}
else {
if(data2.length < 2){
validate14.errors = [{instancePath:instancePath+"/joints2d/" + i0,schemaPath:"#/definitions/joints2d/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
const _errs9 = errors;
if(!((typeof data3 == "number") && (isFinite(data3)))){
validate14.errors = [{instancePath:instancePath+"/joints2d/" + i0+"/" + i1,schemaPath:"#/definitions/joints2d/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs9 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/joints2d/" + i0,schemaPath:"#/definitions/joints2d/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/joints2d",schemaPath:"#/definitions/joints2d/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.joints3d !== undefined){
let data4 = data.joints3d;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data4)){
if(data4.length > 21){
validate14.errors = [{instancePath:instancePath+"/joints3d",schemaPath:"#/definitions/joints3d/maxItems",keyword:"maxItems",params:{limit: 21},message:"must NOT have more than 21 items"}];
return false;
}
else {
if(data4.length < 21){
validate14.errors = [{instancePath:instancePath+"/joints3d",schemaPath:"#/definitions/joints3d/minItems",keyword:"minItems",params:{limit: 21},message:"must NOT have fewer than 21 items"}];
return false;
}
else {
var valid5 = true;
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data5)){
if(data5.length > 3){
validate14.errors = [{instancePath:instancePath+"/joints3d/" + i2,schemaPath:"#/definitions/joints3d/items/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
if(data5.length < 3){
validate14.errors = [{instancePath:instancePath+"/joints3d/" + i2,schemaPath:"#/definitions/joints3d/items/minItems",keyword:"minItems",params:{limit: 3},message:"must NOT have fewer than 3 items"}];
return false;
}
else {
var valid6 = true;
const len3 = data5.length;
for(let i3=0; i3<len3; i3++){
let data6 = data5[i3];
const _errs16 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate14.errors = [{instancePath:instancePath+"/joints3d/" + i2+"/" + i3,schemaPath:"#/definitions/joints3d/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid6 = _errs16 === errors;
if(!valid6){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/joints3d/" + i2,schemaPath:"#/definitions/joints3d/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs14 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/joints3d",schemaPath:"#/definitions/joints3d/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rootDepth !== undefined){
let data7 = data.rootDepth;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((data7.mm === undefined) && (missing1 = "mm")) || ((data7.from === undefined) && (missing1 = "from"))){
validate14.errors = [{instancePath:instancePath+"/rootDepth",schemaPath:"#/definitions/depth/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs21 = errors;
for(const key1 in data7){
if(!((key1 === "mm") || (key1 === "from"))){
validate14.errors = [{instancePath:instancePath+"/rootDepth",schemaPath:"#/definitions/depth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data7.mm !== undefined){
let data8 = data7.mm;
const _errs22 = errors;
if(!((typeof data8 == "number") && (isFinite(data8)))){
validate14.errors = [{instancePath:instancePath+"/rootDepth/mm",schemaPath:"#/definitions/depth/properties/mm/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs22 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.from !== undefined){
let data9 = data7.from;
const _errs24 = errors;
if(!((data9 === "internet") || (data9 === "hand-size"))){
validate14.errors = [{instancePath:instancePath+"/rootDepth/from",schemaPath:"#/definitions/depth/properties/from/enum",keyword:"enum",params:{allowedValues: schema20.properties.from.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid8 = _errs24 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/rootDepth",schemaPath:"#/definitions/depth/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jointScores !== undefined){
let data10 = data.jointScores;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data10)){
if(data10.length > 21){
validate14.errors = [{instancePath:instancePath+"/jointScores",schemaPath:"#/properties/jointScores/maxItems",keyword:"maxItems",params:{limit: 21},message:"must NOT have more than 21 items"}];
return false;
}
else {
if(data10.length < 21){
validate14.errors = [{instancePath:instancePath+"/jointScores",schemaPath:"#/properties/jointScores/minItems",keyword:"minItems",params:{limit: 21},message:"must NOT have fewer than 21 items"}];
return false;
}
else {
var valid9 = true;
const len4 = data10.length;
for(let i4=0; i4<len4; i4++){
let data11 = data10[i4];
const _errs27 = errors;
if(errors === _errs27){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1 || isNaN(data11)){
validate14.errors = [{instancePath:instancePath+"/jointScores/" + i4,schemaPath:"#/properties/jointScores/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate14.errors = [{instancePath:instancePath+"/jointScores/" + i4,schemaPath:"#/properties/jointScores/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/jointScores/" + i4,schemaPath:"#/properties/jointScores/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid9 = _errs27 === errors;
if(!valid9){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/jointScores",schemaPath:"#/properties/jointScores/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.raw !== undefined){
let data12 = data.raw;
const _errs29 = errors;
if(errors === _errs29){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if(((data12.joints2d === undefined) && (missing2 = "joints2d")) || ((data12.joints3d === undefined) && (missing2 = "joints3d"))){
validate14.errors = [{instancePath:instancePath+"/raw",schemaPath:"#/properties/raw/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs31 = errors;
for(const key2 in data12){
if(!((key2 === "joints2d") || (key2 === "joints3d"))){
validate14.errors = [{instancePath:instancePath+"/raw",schemaPath:"#/properties/raw/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs31 === errors){
if(data12.joints2d !== undefined){
let data13 = data12.joints2d;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data13)){
if(data13.length > 21){
validate14.errors = [{instancePath:instancePath+"/raw/joints2d",schemaPath:"#/definitions/joints2d/maxItems",keyword:"maxItems",params:{limit: 21},message:"must NOT have more than 21 items"}];
return false;
}
else {
if(data13.length < 21){
validate14.errors = [{instancePath:instancePath+"/raw/joints2d",schemaPath:"#/definitions/joints2d/minItems",keyword:"minItems",params:{limit: 21},message:"must NOT have fewer than 21 items"}];
return false;
}
else {
var valid12 = true;
const len5 = data13.length;
for(let i5=0; i5<len5; i5++){
let data14 = data13[i5];
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data14)){
if(data14.length > 2){
validate14.errors = [{instancePath:instancePath+"/raw/joints2d/" + i5,schemaPath:"#/definitions/joints2d/items/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"}];
return false;
}
else {
if(data14.length < 2){
validate14.errors = [{instancePath:instancePath+"/raw/joints2d/" + i5,schemaPath:"#/definitions/joints2d/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"}];
return false;
}
else {
var valid13 = true;
const len6 = data14.length;
for(let i6=0; i6<len6; i6++){
let data15 = data14[i6];
const _errs37 = errors;
if(!((typeof data15 == "number") && (isFinite(data15)))){
validate14.errors = [{instancePath:instancePath+"/raw/joints2d/" + i5+"/" + i6,schemaPath:"#/definitions/joints2d/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid13 = _errs37 === errors;
if(!valid13){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/raw/joints2d/" + i5,schemaPath:"#/definitions/joints2d/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid12 = _errs35 === errors;
if(!valid12){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/raw/joints2d",schemaPath:"#/definitions/joints2d/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid10 = _errs32 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data12.joints3d !== undefined){
let data16 = data12.joints3d;
const _errs39 = errors;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data16)){
if(data16.length > 21){
validate14.errors = [{instancePath:instancePath+"/raw/joints3d",schemaPath:"#/definitions/joints3d/maxItems",keyword:"maxItems",params:{limit: 21},message:"must NOT have more than 21 items"}];
return false;
}
else {
if(data16.length < 21){
validate14.errors = [{instancePath:instancePath+"/raw/joints3d",schemaPath:"#/definitions/joints3d/minItems",keyword:"minItems",params:{limit: 21},message:"must NOT have fewer than 21 items"}];
return false;
}
else {
var valid15 = true;
const len7 = data16.length;
for(let i7=0; i7<len7; i7++){
let data17 = data16[i7];
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data17)){
if(data17.length > 3){
validate14.errors = [{instancePath:instancePath+"/raw/joints3d/" + i7,schemaPath:"#/definitions/joints3d/items/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
if(data17.length < 3){
validate14.errors = [{instancePath:instancePath+"/raw/joints3d/" + i7,schemaPath:"#/definitions/joints3d/items/minItems",keyword:"minItems",params:{limit: 3},message:"must NOT have fewer than 3 items"}];
return false;
}
else {
var valid16 = true;
const len8 = data17.length;
for(let i8=0; i8<len8; i8++){
let data18 = data17[i8];
const _errs44 = errors;
if(!((typeof data18 == "number") && (isFinite(data18)))){
validate14.errors = [{instancePath:instancePath+"/raw/joints3d/" + i7+"/" + i8,schemaPath:"#/definitions/joints3d/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid16 = _errs44 === errors;
if(!valid16){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/raw/joints3d/" + i7,schemaPath:"#/definitions/joints3d/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid15 = _errs42 === errors;
if(!valid15){
break;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/raw/joints3d",schemaPath:"#/definitions/joints3d/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid10 = _errs39 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/raw",schemaPath:"#/properties/raw/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate14.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.relativeDepth !== undefined){
if(data.relativeDepth !== null){
const err0 = {instancePath:instancePath+"/relativeDepth",schemaPath:"#/anyOf/0/properties/relativeDepth/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.hands !== undefined){
let data1 = data.hands;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.right !== undefined){
let data2 = data1.right;
const _errs7 = errors;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err1 = {instancePath:instancePath+"/hands/right",schemaPath:"#/anyOf/1/properties/hands/properties/right/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data1.left !== undefined){
let data3 = data1.left;
const _errs9 = errors;
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
const err2 = {instancePath:instancePath+"/hands/left",schemaPath:"#/anyOf/1/properties/hands/properties/left/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid3 = _errs9 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate19.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.type === undefined) && (missing0 = "type")) || ((data.index === undefined) && (missing0 = "index"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.hands === undefined) && (missing0 = "hands"))) || ((data.relativeDepth === undefined) && (missing0 = "relativeDepth"))){
validate19.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs11 = errors;
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "index")) || (key0 === "time")) || (key0 === "hands")) || (key0 === "relativeDepth"))){
validate19.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs11 === errors){
if(data.type !== undefined){
const _errs12 = errors;
if("frame" !== data.type){
validate19.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "frame"},message:"must be equal to constant"}];
return false;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.index !== undefined){
let data5 = data.index;
const _errs13 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate19.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs13){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate19.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.time !== undefined){
let data6 = data.time;
const _errs15 = errors;
if(errors === _errs15){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate19.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
else {
validate19.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.hands !== undefined){
let data7 = data.hands;
const _errs17 = errors;
if(errors === _errs17){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((data7.right === undefined) && (missing1 = "right")) || ((data7.left === undefined) && (missing1 = "left"))){
validate19.errors = [{instancePath:instancePath+"/hands",schemaPath:"#/properties/hands/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs19 = errors;
for(const key1 in data7){
if(!((key1 === "right") || (key1 === "left"))){
validate19.errors = [{instancePath:instancePath+"/hands",schemaPath:"#/properties/hands/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data7.right !== undefined){
let data8 = data7.right;
const _errs20 = errors;
const _errs21 = errors;
let valid6 = false;
let passing0 = null;
const _errs22 = errors;
if(!(validate14(data8, {instancePath:instancePath+"/hands/right",parentData:data7,parentDataProperty:"right",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var _valid1 = _errs22 === errors;
if(_valid1){
valid6 = true;
passing0 = 0;
}
const _errs23 = errors;
if(data8 !== null){
const err4 = {instancePath:instancePath+"/hands/right",schemaPath:"#/properties/hands/properties/right/oneOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid1 = _errs23 === errors;
if(_valid1 && valid6){
valid6 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid6 = true;
passing0 = 1;
}
}
if(!valid6){
const err5 = {instancePath:instancePath+"/hands/right",schemaPath:"#/properties/hands/properties/right/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate19.errors = vErrors;
return false;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.left !== undefined){
let data9 = data7.left;
const _errs25 = errors;
const _errs26 = errors;
let valid7 = false;
let passing1 = null;
const _errs27 = errors;
if(!(validate14(data9, {instancePath:instancePath+"/hands/left",parentData:data7,parentDataProperty:"left",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var _valid2 = _errs27 === errors;
if(_valid2){
valid7 = true;
passing1 = 0;
}
const _errs28 = errors;
if(data9 !== null){
const err6 = {instancePath:instancePath+"/hands/left",schemaPath:"#/properties/hands/properties/left/oneOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs28 === errors;
if(_valid2 && valid7){
valid7 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid7 = true;
passing1 = 1;
}
}
if(!valid7){
const err7 = {instancePath:instancePath+"/hands/left",schemaPath:"#/properties/hands/properties/left/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate19.errors = vErrors;
return false;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate19.errors = [{instancePath:instancePath+"/hands",schemaPath:"#/properties/hands/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.relativeDepth !== undefined){
let data10 = data.relativeDepth;
const _errs30 = errors;
const _errs31 = errors;
let valid8 = false;
let passing2 = null;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.mm === undefined) && (missing2 = "mm")) || ((data10.from === undefined) && (missing2 = "from"))){
const err8 = {instancePath:instancePath+"/relativeDepth",schemaPath:"#/definitions/depth/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs35 = errors;
for(const key2 in data10){
if(!((key2 === "mm") || (key2 === "from"))){
const err9 = {instancePath:instancePath+"/relativeDepth",schemaPath:"#/definitions/depth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs35 === errors){
if(data10.mm !== undefined){
let data11 = data10.mm;
const _errs36 = errors;
if(!((typeof data11 == "number") && (isFinite(data11)))){
const err10 = {instancePath:instancePath+"/relativeDepth/mm",schemaPath:"#/definitions/depth/properties/mm/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid10 = _errs36 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data10.from !== undefined){
let data12 = data10.from;
const _errs38 = errors;
if(!((data12 === "internet") || (data12 === "hand-size"))){
const err11 = {instancePath:instancePath+"/relativeDepth/from",schemaPath:"#/definitions/depth/properties/from/enum",keyword:"enum",params:{allowedValues: schema20.properties.from.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid10 = _errs38 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/relativeDepth",schemaPath:"#/definitions/depth/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid3 = _errs32 === errors;
if(_valid3){
valid8 = true;
passing2 = 0;
}
const _errs39 = errors;
if(data10 !== null){
const err13 = {instancePath:instancePath+"/relativeDepth",schemaPath:"#/properties/relativeDepth/oneOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid3 = _errs39 === errors;
if(_valid3 && valid8){
valid8 = false;
passing2 = [passing2, 1];
}
else {
if(_valid3){
valid8 = true;
passing2 = 1;
}
}
if(!valid8){
const err14 = {instancePath:instancePath+"/relativeDepth",schemaPath:"#/properties/relativeDepth/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
validate19.errors = vErrors;
return false;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
validate19.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate19.errors = vErrors;
return errors === 0;
}
