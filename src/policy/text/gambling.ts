/** Words of the link farms that live on hacked school sites; a school that writes about them has them in its approved text. */
export const GAMBLING =
  /nhà cái|cá cược|cá độ|casino|tài xỉu|nổ hũ|đánh bạc online|lô đề online|bắn cá đổi thưởng|game bài|slot online|(?:bet|win|club)88|fun88|kubet|sunwin|jun88|shbet|hitclub|789bet/giu
