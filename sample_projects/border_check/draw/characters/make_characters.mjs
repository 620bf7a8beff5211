// Writes the CC0 Open Peeps figures (no face) used by the film: npm i @dicebear/core@9 @dicebear/open-peeps@9
import {createAvatar} from '@dicebear/core'; import * as peeps from '@dicebear/open-peeps'; import fs from 'fs';
const out=process.argv[2]??'characters'; fs.mkdirSync(out,{recursive:true});
const cast={
 kamil:{head:'short2',skin:'e3ae86',hair:'4a312c',clothes:'55705a',ink:'#20262c'},
 driver:{head:'short5',skin:'dfa880',hair:'2c1b18',clothes:'3b4557',ink:'#231f22'},
 mira:{head:'medium2',skin:'eebf98',hair:'724133',clothes:'b8674c',ink:'#40261f'},
 anton:{head:'short4',skin:'d39a6c',hair:'3a2a24',clothes:'6c7f93',ink:'#262225'},
 lidia:{head:'grayBun',skin:'efc8a6',hair:'b9b4ac',clothes:'8b8f6b',ink:'#34302f'},
 petro:{head:'hatBeanie',skin:'e6b58d',hair:'4f6f86',clothes:'8c6f84',ink:'#2b2430'},
};
for(const [n,c] of Object.entries(cast)){
 const s=createAvatar(peeps,{seed:n,head:[c.head],face:['blank'],skinColor:[c.skin],headContrastColor:[c.hair],clothingColor:[c.clothes],facialHair:c.fh?[c.fh]:[],facialHairProbability:c.fh?100:0,accessoriesProbability:0,maskProbability:0}).toString()
  .replace(/<g transform="translate\(315 248\)">.*?<\/g>/,'').replace(/fill="#000"/g,`fill="${c.ink}"`);
 fs.writeFileSync(`${out}/${n}.svg`,s);}
