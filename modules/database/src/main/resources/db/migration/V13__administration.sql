-- Items, suppliers, code tables, organisations and accounts change without a migration (E06, E16, F23, G12).
ALTER TABLE registry.catalogue_item ADD COLUMN revision integer NOT NULL DEFAULT 0;
ALTER TABLE registry.code_table ADD COLUMN revision integer NOT NULL DEFAULT 0;
ALTER TABLE registry.organisation ADD COLUMN revision integer NOT NULL DEFAULT 0;

-- A version is replaced by taking it out and putting another in; what a lot was checked with cannot be taken out (its
-- foreign key), and no version can be changed in place.
ALTER TABLE registry.catalogue_item_version ADD COLUMN created_by text, ADD COLUMN created_at timestamptz;
REVOKE UPDATE ON registry.catalogue_item_version FROM ${app_role};
CREATE INDEX submission_item_version ON registry.submission (item_version_id);
CREATE FUNCTION registry.catalogue_versions_in_use(item bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT v.id FROM registry.catalogue_item_version v
     WHERE v.item_id = item AND EXISTS (SELECT FROM registry.submission s WHERE s.item_version_id = v.id)
$$;

-- The standing declaration of scope is made for a version; with another version it has to be made anew (G01).
ALTER TABLE registry.catalogue_supplier ADD COLUMN declared_version integer;
UPDATE registry.catalogue_supplier s
   SET declared_version = (SELECT max(v.version) FROM registry.catalogue_item_version v WHERE v.item_id = s.item_id)
 WHERE s.standing_scope IS NOT NULL;
ALTER TABLE registry.catalogue_supplier ADD CONSTRAINT declared_by_somebody CHECK (standing_scope IS NULL
    OR (declared_by IS NOT NULL AND declared_on IS NOT NULL AND declared_version IS NOT NULL));

-- Nobody works under a password that somebody else knows.
ALTER TABLE registry.app_user ADD COLUMN password_one_time boolean NOT NULL DEFAULT false,
    ADD COLUMN password_expires_at timestamptz;
ALTER TABLE registry.sign_in_event DROP CONSTRAINT sign_in_event_outcome_check;
ALTER TABLE registry.sign_in_event ADD CONSTRAINT sign_in_event_outcome_check
    CHECK (outcome IN ('SUCCESS','WRONG','LOCKED','DISABLED','SIGNED_OUT','ONE_TIME','PASSWORD_CHANGED'));

-- Who changed what of the catalogue, the organisations and the accounts; can only be added to.
CREATE TABLE registry.administration_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at     timestamptz NOT NULL,
    actor           text NOT NULL,
    organisation_id bigint,
    action          text NOT NULL,
    object_kind     text NOT NULL CHECK (object_kind IN ('ITEM','SUPPLIER','CODE_TABLE','ORGANISATION','ACCOUNT')),
    object_id       text NOT NULL,
    details         jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX administration_event_object ON registry.administration_event (object_kind, object_id, occurred_at);
REVOKE UPDATE, DELETE ON registry.administration_event FROM ${app_role};

-- Names of places (GB/T 2260): Jiangsu, its cities and their counties; written down by hand. 320571 is not of the standard
-- but used for the park by the registration authority.
INSERT INTO publication.division (code, name, name_en) VALUES
    ('320000', '江苏省', 'Jiangsu'),
    ('320100', '南京市', 'Nanjing'),
    ('320102', '南京市玄武区', 'Xuanwu District, Nanjing'),
    ('320104', '南京市秦淮区', 'Qinhuai District, Nanjing'),
    ('320105', '南京市建邺区', 'Jianye District, Nanjing'),
    ('320106', '南京市鼓楼区', 'Gulou District, Nanjing'),
    ('320111', '南京市浦口区', 'Pukou District, Nanjing'),
    ('320113', '南京市栖霞区', 'Qixia District, Nanjing'),
    ('320114', '南京市雨花台区', 'Yuhuatai District, Nanjing'),
    ('320115', '南京市江宁区', 'Jiangning District, Nanjing'),
    ('320116', '南京市六合区', 'Luhe District, Nanjing'),
    ('320117', '南京市溧水区', 'Lishui District, Nanjing'),
    ('320118', '南京市高淳区', 'Gaochun District, Nanjing'),
    ('320200', '无锡市', 'Wuxi'),
    ('320205', '无锡市锡山区', 'Xishan District, Wuxi'),
    ('320206', '无锡市惠山区', 'Huishan District, Wuxi'),
    ('320211', '无锡市滨湖区', 'Binhu District, Wuxi'),
    ('320213', '无锡市梁溪区', 'Liangxi District, Wuxi'),
    ('320214', '无锡市新吴区', 'Xinwu District, Wuxi'),
    ('320281', '江阴市', 'Jiangyin, Wuxi'),
    ('320282', '宜兴市', 'Yixing, Wuxi'),
    ('320300', '徐州市', 'Xuzhou'),
    ('320302', '徐州市鼓楼区', 'Gulou District, Xuzhou'),
    ('320303', '徐州市云龙区', 'Yunlong District, Xuzhou'),
    ('320305', '徐州市贾汪区', 'Jiawang District, Xuzhou'),
    ('320311', '徐州市泉山区', 'Quanshan District, Xuzhou'),
    ('320312', '徐州市铜山区', 'Tongshan District, Xuzhou'),
    ('320321', '徐州市丰县', 'Fengxian County, Xuzhou'),
    ('320322', '徐州市沛县', 'Peixian County, Xuzhou'),
    ('320324', '徐州市睢宁县', 'Suining County, Xuzhou'),
    ('320381', '新沂市', 'Xinyi, Xuzhou'),
    ('320382', '邳州市', 'Pizhou, Xuzhou'),
    ('320400', '常州市', 'Changzhou'),
    ('320402', '常州市天宁区', 'Tianning District, Changzhou'),
    ('320404', '常州市钟楼区', 'Zhonglou District, Changzhou'),
    ('320411', '常州市新北区', 'Xinbei District, Changzhou'),
    ('320412', '常州市武进区', 'Wujin District, Changzhou'),
    ('320413', '常州市金坛区', 'Jintan District, Changzhou'),
    ('320481', '溧阳市', 'Liyang, Changzhou'),
    ('320500', '苏州市', 'Suzhou'),
    ('320505', '苏州市虎丘区', 'Huqiu District, Suzhou'),
    ('320506', '苏州市吴中区', 'Wuzhong District, Suzhou'),
    ('320507', '苏州市相城区', 'Xiangcheng District, Suzhou'),
    ('320508', '苏州市姑苏区', 'Gusu District, Suzhou'),
    ('320509', '苏州市吴江区', 'Wujiang District, Suzhou'),
    ('320571', '苏州工业园区', 'Suzhou Industrial Park'),
    ('320581', '常熟市', 'Changshu, Suzhou'),
    ('320582', '张家港市', 'Zhangjiagang, Suzhou'),
    ('320583', '昆山市', 'Kunshan, Suzhou'),
    ('320585', '太仓市', 'Taicang, Suzhou'),
    ('320600', '南通市', 'Nantong'),
    ('320612', '南通市通州区', 'Tongzhou District, Nantong'),
    ('320613', '南通市崇川区', 'Chongchuan District, Nantong'),
    ('320614', '南通市海门区', 'Haimen District, Nantong'),
    ('320623', '南通市如东县', 'Rudong County, Nantong'),
    ('320681', '启东市', 'Qidong, Nantong'),
    ('320682', '如皋市', 'Rugao, Nantong'),
    ('320685', '海安市', 'Hai''an, Nantong'),
    ('320700', '连云港市', 'Lianyungang'),
    ('320703', '连云港市连云区', 'Lianyun District, Lianyungang'),
    ('320706', '连云港市海州区', 'Haizhou District, Lianyungang'),
    ('320707', '连云港市赣榆区', 'Ganyu District, Lianyungang'),
    ('320722', '连云港市东海县', 'Donghai County, Lianyungang'),
    ('320723', '连云港市灌云县', 'Guanyun County, Lianyungang'),
    ('320724', '连云港市灌南县', 'Guannan County, Lianyungang'),
    ('320800', '淮安市', 'Huai''an'),
    ('320803', '淮安市淮安区', 'Huai''an District, Huai''an'),
    ('320804', '淮安市淮阴区', 'Huaiyin District, Huai''an'),
    ('320812', '淮安市清江浦区', 'Qingjiangpu District, Huai''an'),
    ('320813', '淮安市洪泽区', 'Hongze District, Huai''an'),
    ('320826', '淮安市涟水县', 'Lianshui County, Huai''an'),
    ('320830', '淮安市盱眙县', 'Xuyi County, Huai''an'),
    ('320831', '淮安市金湖县', 'Jinhu County, Huai''an'),
    ('320900', '盐城市', 'Yancheng'),
    ('320902', '盐城市亭湖区', 'Tinghu District, Yancheng'),
    ('320903', '盐城市盐都区', 'Yandu District, Yancheng'),
    ('320904', '盐城市大丰区', 'Dafeng District, Yancheng'),
    ('320921', '盐城市响水县', 'Xiangshui County, Yancheng'),
    ('320922', '盐城市滨海县', 'Binhai County, Yancheng'),
    ('320923', '盐城市阜宁县', 'Funing County, Yancheng'),
    ('320924', '盐城市射阳县', 'Sheyang County, Yancheng'),
    ('320925', '盐城市建湖县', 'Jianhu County, Yancheng'),
    ('320981', '东台市', 'Dongtai, Yancheng'),
    ('321000', '扬州市', 'Yangzhou'),
    ('321002', '扬州市广陵区', 'Guangling District, Yangzhou'),
    ('321003', '扬州市邗江区', 'Hanjiang District, Yangzhou'),
    ('321012', '扬州市江都区', 'Jiangdu District, Yangzhou'),
    ('321023', '扬州市宝应县', 'Baoying County, Yangzhou'),
    ('321081', '仪征市', 'Yizheng, Yangzhou'),
    ('321084', '高邮市', 'Gaoyou, Yangzhou'),
    ('321100', '镇江市', 'Zhenjiang'),
    ('321102', '镇江市京口区', 'Jingkou District, Zhenjiang'),
    ('321111', '镇江市润州区', 'Runzhou District, Zhenjiang'),
    ('321112', '镇江市丹徒区', 'Dantu District, Zhenjiang'),
    ('321181', '丹阳市', 'Danyang, Zhenjiang'),
    ('321182', '扬中市', 'Yangzhong, Zhenjiang'),
    ('321183', '句容市', 'Jurong, Zhenjiang'),
    ('321200', '泰州市', 'Taizhou'),
    ('321202', '泰州市海陵区', 'Hailing District, Taizhou'),
    ('321203', '泰州市高港区', 'Gaogang District, Taizhou'),
    ('321204', '泰州市姜堰区', 'Jiangyan District, Taizhou'),
    ('321281', '兴化市', 'Xinghua, Taizhou'),
    ('321282', '靖江市', 'Jingjiang, Taizhou'),
    ('321283', '泰兴市', 'Taixing, Taizhou'),
    ('321300', '宿迁市', 'Suqian'),
    ('321302', '宿迁市宿城区', 'Sucheng District, Suqian'),
    ('321311', '宿迁市宿豫区', 'Suyu District, Suqian'),
    ('321322', '宿迁市沭阳县', 'Shuyang County, Suqian'),
    ('321323', '宿迁市泗阳县', 'Siyang County, Suqian'),
    ('321324', '宿迁市泗洪县', 'Sihong County, Suqian')
ON CONFLICT (code) DO NOTHING;
